using BorrowingWorkflow.AspNetCore.Desk.Pages;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Tests.Desk;

public class QueueFilterTests
{
    private static readonly QueueFilter Everything = new()
    {
        Status = BorrowingStatus.ReadyToBeSent,
        Library = "SDSU & co",
        Partner = "CSUN=1",
        Pickup = "Main #2",
        Assignee = "José Ñandú",
        Flag = RequestTraits.ActiveNote,
        Days = 7,
        Text = "war & peace \"1\" +x",
        Patron = "p/42?",
        Order = RequestOrder.DueDate,
    };

    [Fact]
    public void A_queue_that_is_narrowed_in_every_way_is_found_again_by_its_address() => Assert.Equal(Everything, Again(Everything));

    [Fact]
    public void Every_scope_keeps_its_order() => Assert.All(Enum.GetValues<QueueScope>(), scope =>
        Assert.All(QueueFilter.OrdersOf(scope), order =>
        {
            var filter = new QueueFilter { Scope = scope, Order = order };

            Assert.Equal(filter, Again(filter));
        }));

    [Fact]
    public void Every_status_is_found_again_with_its_scope() => Assert.All(BorrowingStatusExtensions.All, status =>
        Assert.All(QueueFilter.OrdersOf(status.IsFinal() ? QueueScope.Closed : QueueScope.Open), order =>
        {
            var again = Again(new() { Status = status, Order = order });

            Assert.Equal(status, again.Status);
            Assert.Equal(status.IsFinal() ? QueueScope.Closed : QueueScope.Open, again.Scope);
            Assert.Equal(order, again.Order);
            Assert.Equal(again, Again(again));
        }));

    [Fact]
    public void A_status_that_is_chosen_in_another_scope_keeps_the_order_that_it_had()
    {
        var everywhere = new QueueFilter { Scope = QueueScope.All, Order = RequestOrder.Newest };

        Assert.Equal(RequestOrder.Newest, Again(everywhere with { Status = BorrowingStatus.WillSupply }).Order);
        Assert.Equal(RequestOrder.Newest, Again(everywhere with { Status = BorrowingStatus.Expired }).Order);
    }

    [Fact]
    public void Every_flag_and_age_is_found_again()
    {
        Assert.All(QueueFilter.Flags, flag => Assert.Equal(flag, Again(new() { Flag = flag }).Flag));
        Assert.All(QueueFilter.Ages, days => Assert.Equal(days, Again(new() { Days = days }).Days));
    }

    [Fact]
    public void The_plain_queue_has_the_plain_address() => Assert.Equal("/desk/queue", new QueueFilter().In("/desk/queue"));

    [Theory]
    [InlineData("status=None")]
    [InlineData("status=Lost")]
    [InlineData("status=7")]
    [InlineData("status=%2B7")]
    [InlineData("status=%207")]
    [InlineData("status=-1")]
    [InlineData("status=ReadyToBeSent,Expired")]
    [InlineData("status=ReadyToBeSent%20")]
    [InlineData("scope=everything")]
    [InlineData("scope=1")]
    [InlineData("order=Title")]
    [InlineData("order=4")]
    [InlineData("flag=Remarkable")]
    [InlineData("flag=ActiveNote,ActiveMessage")]
    [InlineData("flag=1")]
    [InlineData("days=0")]
    [InlineData("days=-7")]
    [InlineData("days=7.5")]
    [InlineData("days=3651")]
    [InlineData("days=99999999999999999999")]
    [InlineData("days=%207")]
    [InlineData("status=&scope=&order=&flag=&days=&library=&partner=&pickup=&assignee=&q=&patron=")]
    [InlineData("unknown=1&status[]=Expired")]
    public void Nonsense_counts_as_not_said(string query) => Assert.Equal(new QueueFilter(), QueueFilter.Of(DeskCalls.Of($"/desk/queue?{query}")));

    [Theory]
    [InlineData("scope=closed&order=DueDate")]
    [InlineData("scope=all&order=OldestNote")]
    [InlineData("status=Expired&order=HoldExpiry")]
    public void An_order_that_no_index_keeps_is_not_taken_for_closed_requests(string query) =>
        Assert.Equal(RequestOrder.Newest, QueueFilter.Of(DeskCalls.Of($"/desk/queue?{query}")).Order);

    [Fact]
    public void Values_are_read_whatever_their_case_and_text_is_trimmed()
    {
        var filter = QueueFilter.Of(DeskCalls.Of("/desk/queue?status=readytobesent&flag=ACTIVENOTE&order=duedate&q=%20war%20&patron=%20p%20"));

        Assert.Equal(new() { Status = BorrowingStatus.ReadyToBeSent, Flag = RequestTraits.ActiveNote, Order = RequestOrder.DueDate, Text = "war", Patron = "p" }, filter);
    }

    [Fact]
    public void Who_may_not_see_patrons_may_not_search_by_them() =>
        Assert.Null(QueueFilter.Of(DeskCalls.Of(Everything.In("/desk/queue"), mayWork: false)).Patron);

    [Fact]
    public void The_library_that_is_looked_at_goes_before_the_addresss() =>
        Assert.Equal("SJSU", QueueFilter.Of(DeskCalls.Of(Everything.In("/desk/queue"), library: "SJSU")).Library);

    [Fact]
    public void The_question_to_the_store_says_all_of_it()
    {
        var query = Everything.ToQuery(DeskCalls.Now);

        Assert.Equal(BorrowingStatus.ReadyToBeSent, Assert.Single(query.Statuses!.Value));
        Assert.Equal(Everything.Flag, query.AnyTrait);
        Assert.Equal(
            (Everything.Library, Everything.Partner, Everything.Pickup, Everything.Assignee, Everything.Patron, Everything.Text),
            (query.Library, query.Partner, query.Pickup, query.Assignee, query.Patron, query.Text));
        Assert.Equal(DeskCalls.Now.AddDays(-7), query.EnteredBefore);
        Assert.Equal(RequestOrder.DueDate, query.Order);
    }

    private static QueueFilter Again(QueueFilter filter) => QueueFilter.Of(DeskCalls.Of(filter.In("/desk/queue")));
}
