using System.Text;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;

namespace BorrowingWorkflow.Iso18626.Tests.Mock;

public sealed class MockLenderTests
{
    private static readonly (string, string) Ok = ("OK", "");

    [Fact]
    public void A_request_is_confirmed_at_once_and_answered_after_the_delays()
    {
        var borrower = new ABorrower("will-supply-then-loaned");

        Assert.Equal(Ok, ABorrower.Confirmation(borrower.Asks()));
        Assert.Empty(borrower.Lender.TakeDue());
        Assert.Equal(ABorrower.Start.AddMilliseconds(200), borrower.Lender.NextDue);
        Assert.Equal(["RequestResponse WillSupply", "StatusChange Loaned"], borrower.Hears());
        Assert.Equal(SupplyStatus.Loaned, borrower.Lender.StatusOf("R-1"));
        Assert.Null(borrower.Lender.NextDue);
    }

    [Fact]
    public void A_request_that_comes_again_is_taken_once()
    {
        var borrower = new ABorrower("loaned");
        borrower.Asks();

        Assert.Equal(Ok, ABorrower.Confirmation(borrower.Asks()));
        Assert.Equal(["StatusChange Loaned"], borrower.Hears());
        Assert.Equal((1, 1, 0), (borrower.Lender.Tally.Requests, borrower.Lender.Tally.Repeated, borrower.Lender.Tally.Refused));
    }

    [Fact]
    public void Another_request_under_an_id_in_use_is_refused()
    {
        var borrower = new ABorrower("silent");
        borrower.Asks();

        Assert.Equal(("ERROR", "UnrecognisedDataValue"), ABorrower.Confirmation(borrower.Asks(number: 1)));
        Assert.Equal(1, borrower.Lender.Tally.Requests);
    }

    [Fact]
    public void A_request_under_the_id_of_one_that_is_over_is_a_new_round()
    {
        var borrower = new ABorrower("unfilled");
        borrower.Asks();
        borrower.Hears();

        Assert.Equal(Ok, ABorrower.Confirmation(borrower.Asks(number: 1)));
        Assert.Equal(["RequestResponse Unfilled"], borrower.Hears());
        Assert.Equal(2, borrower.Lender.Tally.Requests);
    }

    [Fact]
    public void A_retry_is_answered_as_the_scenario_says()
    {
        var borrower = new ABorrower("retry");
        borrower.Asks();
        Assert.Equal(["RequestResponse RetryPossible"], borrower.Hears());

        borrower.Asks(type: RequestType.Retry, number: 1);

        Assert.Equal(["StatusChange Loaned"], borrower.Hears());
    }

    [Fact]
    public void A_message_about_a_request_that_is_not_there_is_an_error()
    {
        var borrower = new ABorrower("loaned");

        Assert.Equal(("ERROR", "UnrecognisedDataValue"), ABorrower.Confirmation(borrower.Says(MessageAction.StatusRequest)));
        Assert.Equal(1, borrower.Lender.Tally.Refused);
    }

    [Fact]
    public void A_message_that_comes_again_is_heard_once()
    {
        var borrower = new ABorrower("cancel-yes");
        borrower.Asks();
        borrower.Hears();
        borrower.Says(MessageAction.Cancel, number: 7);

        Assert.Equal(Ok, ABorrower.Confirmation(borrower.Says(MessageAction.Cancel, number: 7)));
        Assert.Equal(["CancelResponse Cancelled Y"], borrower.Hears());
        Assert.Equal(1, borrower.Lender.Tally.Of(MockCue.Cancel));
    }

    [Fact]
    public void Asked_how_a_request_stands_it_says_so()
    {
        var borrower = new ABorrower("will-supply-then-loaned");
        borrower.Asks();
        borrower.Says(MessageAction.StatusRequest);

        Assert.Equal(["StatusRequestResponse RequestReceived", "RequestResponse WillSupply", "StatusChange Loaned"], borrower.Hears());
        borrower.Says(MessageAction.StatusRequest);
        Assert.Equal(["StatusRequestResponse Loaned"], borrower.Hears());
    }

    [Fact]
    public void Who_agrees_to_a_cancellation_does_not_ship()
    {
        var borrower = new ABorrower("late-answers");
        borrower.Asks();
        borrower.Says(MessageAction.Cancel);

        Assert.Equal(["CancelResponse Cancelled Y"], borrower.Hears(30));
        Assert.Equal(SupplyStatus.Cancelled, borrower.Lender.StatusOf("R-1"));
    }

    [Fact]
    public void What_is_shipped_is_not_cancelled()
    {
        var borrower = new ABorrower("loaned");
        borrower.Asks();
        borrower.Hears();
        borrower.Says(MessageAction.Cancel);

        Assert.Equal(["CancelResponse Loaned N"], borrower.Hears());
    }

    [Fact]
    public void A_whole_loan_with_a_renewal_is_completed()
    {
        var borrower = new ABorrower("loaned", Iso18626Version.V2021_2);
        borrower.Asks();
        var said = borrower.Hears();
        foreach (var action in (MessageAction[])[MessageAction.Received, MessageAction.Renew, MessageAction.ShippedReturn])
        {
            Assert.Equal(Ok, ABorrower.Confirmation(borrower.Says(action)));
            said.AddRange(borrower.Hears());
        }

        Assert.Equal(["StatusChange Loaned", "RenewResponse Loaned Y", "StatusChange LoanCompleted"], said);
    }

    [Theory]
    [InlineData("The condition is accepted.", new[] { "StatusChange Loaned" })]
    [InlineData("The condition is not accepted.", new string[0])]
    public void A_condition_waits_for_an_answer(string answer, string[] expected)
    {
        var borrower = new ABorrower("conditional");
        borrower.Asks();
        Assert.Equal(["RequestResponse WillSupply"], borrower.Hears());

        borrower.Says(MessageAction.Notification, answer);

        Assert.Equal(expected, borrower.Hears());
    }

    [Fact]
    public void A_promise_can_arrive_after_the_shipment_that_it_was_written_before()
    {
        var borrower = new ABorrower("reordered");
        borrower.Asks();
        borrower.Clock.Advance(TimeSpan.FromSeconds(5));

        var said = borrower.Lender.TakeDue();

        Assert.Equal(["StatusChange Loaned", "RequestResponse WillSupply"], said.Select(ABorrower.WordOf));
        var times = said.Select(one => ((SupplyingAgencyMessage)one.Message!.Body).Header.Timestamp!.Value.Value).ToList();
        Assert.True(times[1] < times[0]);
        Assert.Equal(SupplyStatus.Loaned, borrower.Lender.StatusOf("R-1"));
    }

    [Fact]
    public void What_is_said_twice_is_the_same_byte_by_byte()
    {
        var borrower = new ABorrower("duplicated");
        borrower.Asks();
        borrower.Clock.Advance(TimeSpan.FromMilliseconds(200));

        var said = borrower.Lender.TakeDue();

        Assert.Equal(2, said.Count);
        Assert.Equal(said[0].Bytes.ToArray(), said[1].Bytes.ToArray());
    }

    [Theory]
    [InlineData("no message at all")]
    [InlineData("")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE x><x/>")]
    public void What_is_no_message_is_confirmed_as_badly_formed(string body)
    {
        var borrower = new ABorrower("loaned");

        var answer = borrower.Lender.Receive(Encoding.UTF8.GetBytes(body));

        Assert.Equal((200, ("ERROR", "BadlyFormedMessage")), (answer.StatusCode, ABorrower.Confirmation(answer)));
    }

    [Fact]
    public void A_lender_with_a_name_of_its_own_takes_nothing_for_others()
    {
        var borrower = new ABorrower("loaned", options: new() { Agency = new("ISIL", "US-CSUN") });

        Assert.Equal(("ERROR", "UnrecognisedDataValue"), ABorrower.Confirmation(borrower.Asks()));
        Assert.Equal(0, borrower.Lender.Tally.Requests);
    }

    [Fact]
    public void A_suppliers_message_is_not_for_a_lender()
    {
        var borrower = new ABorrower("loaned");
        borrower.Asks();
        borrower.Clock.Advance(TimeSpan.FromSeconds(1));
        var said = Assert.Single(borrower.Lender.TakeDue());

        var answer = borrower.Lender.Receive(said.Bytes);

        Assert.Equal(("ERROR", "UnrecognisedDataElement"), ABorrower.Confirmation(answer));
        Assert.Equal(400, borrower.Lender.Receive(answer.Body).StatusCode);
    }

    [Theory]
    [InlineData("http-400", 400, false, 0)]
    [InlineData("http-500", 500, false, 0)]
    [InlineData("down-for-a-while", 503, false, 0)]
    [InlineData("request-lost", 500, true, 0)]
    [InlineData("confirmation-lost", 200, true, 1)]
    public void A_trouble_befalls_the_first_request(string scenario, int statusCode, bool breaks, int taken)
    {
        var borrower = new ABorrower(scenario);

        var answer = borrower.Asks();

        Assert.Equal((statusCode, breaks, taken), (answer.StatusCode, answer.Breaks, borrower.Lender.Tally.Requests));
    }

    [Fact]
    public void A_trouble_ends()
    {
        var borrower = new ABorrower("down-for-a-while");

        Assert.Equal([503, 503, 503, 200], Enumerable.Range(0, 4).Select(_ => borrower.Asks().StatusCode));
        Assert.Equal(["StatusChange Loaned"], borrower.Hears());
    }

    [Fact]
    public void A_slow_lender_takes_the_request_before_it_confirms()
    {
        var borrower = new ABorrower("slow");

        var answer = borrower.Asks();

        Assert.Equal((TimeSpan.FromSeconds(2), Ok), (answer.Wait, ABorrower.Confirmation(answer)));
        Assert.Equal(1, borrower.Lender.Tally.Requests);
    }

    [Fact]
    public void Exchanges_are_kept_up_to_a_bound()
    {
        var borrower = new ABorrower("loaned", options: new() { KeptExchanges = 3 });
        borrower.Asks();
        borrower.Asks();

        Assert.Equal([false, true, false], borrower.Lender.Exchanges.Select(exchange => exchange.IsIncoming));
    }

    [Fact]
    public void The_line_about_a_message_holds_no_patron_data()
    {
        List<string> lines = [];
        var lender = new MockLender(MockScenario.Find("note")!, new() { Delay = TimeSpan.Zero }) { Watcher = exchange => lines.Add(exchange.ToString()) };
        var wire = new ABorrower("note");
        wire.Asks();
        lender.Receive(wire.Lender.Exchanges[0].Bytes);
        lender.TakeDue();

        Assert.Equal(
            [
                "<- Request R-1 New",
                "-> RequestConfirmation R-1 OK",
                "-> SupplyingAgencyMessage R-1 RequestResponse WillSupply",
                "-> SupplyingAgencyMessage R-1 Notification WillSupply",
            ],
            lines);
    }

    [Fact]
    public async Task The_wait_ends_when_there_is_something_to_say()
    {
        var borrower = new ABorrower("loaned");
        var wait = borrower.Lender.WaitAsync();
        Assert.False(wait.IsCompleted);

        borrower.Asks();
        Assert.False(wait.IsCompleted);

        // The wait for the delay itself begins on another thread, so the clock goes on until it is seen.
        while (!wait.IsCompleted)
        {
            borrower.Clock.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Yield();
        }

        await wait;
        Assert.Equal(["StatusChange Loaned"], borrower.Lender.TakeDue().Select(ABorrower.WordOf));
    }
}
