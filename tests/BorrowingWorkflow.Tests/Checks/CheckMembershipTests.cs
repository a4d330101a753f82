using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Checks.CheckDesk;

namespace BorrowingWorkflow.Tests.Checks;

public sealed class CheckMembershipTests
{
    public static TheoryData<string, BorrowingStatus[]> ListsByStatus => new()
    {
        { "ready-to-be-sent", [ReadyToBeSent] },
        { "returned-by-patron", [ReturnedByPatron] },
        { "locate-failed", [LocateFailed] },
        { "locate-in-process", [LocateInProcess] },
        { "waiting-for-cancel-response", [WaitingForCancelResponse] },
        { "shipped-physically", [ShippedPhysically] },
        { "request-sent-to-partner", [RequestSentToPartner] },
        { "returned-to-partner", [ReturnedItemToPartner] },
        { "request-completed", [RequestCompleted] },
        { "pending-approval", [PendingApproval] },
        { "local-holding", [LocalHolding] },
        { "bad-citation", [BadCitation] },
        { "conditional", [Conditional] },
        { "mediated-renewal", [MediatedPatronRenewal] },
        { "recalled", [RecalledByPartner] },
        { "will-supply", [WillSupply] },
        { "overdue", [OverdueRequest] },
        { "lost-and-damaged", [LostCommunicated, DeclaredLostByPartner, LostAndFeePaid, DamagedCommunicated] },
        { "created", [Created] },
        { "not-for-loan", [ReceivedNotForLoan] },
    };

    [Theory]
    [MemberData(nameof(ListsByStatus))]
    public async Task A_list_by_status_holds_exactly_its_statuses(string check, BorrowingStatus[] statuses)
    {
        var desk = new CheckDesk();
        foreach (var status in BorrowingStatusExtensions.All)
        {
            desk.Add(status.ToString(), status);
        }

        Assert.Equal(statuses.Select(status => status.ToString()).Order(StringComparer.Ordinal), await desk.MembersAsync(check));
    }

    [Fact]
    public async Task Active_notes_are_listed_in_any_status_oldest_note_first()
    {
        var desk = new CheckDesk()
            .Add("young", ReadyToBeSent, 9, WithNote(1))
            .Add("completed", RequestCompleted, 1, WithNote(5))
            .Add("dismissed", ReadyToBeSent, 9, WithNote(5, dismissedDaysAgo: 1))
            .Add("message", ReadyToBeSent, 9, WithMessage(5))
            .Add("none", ReadyToBeSent);
        Assert.Equal(["completed", "young"], await desk.MembersAsync("active-notes"));
    }

    [Fact]
    public async Task Active_general_messages_are_listed_in_any_status_oldest_message_first()
    {
        var desk = new CheckDesk()
            .Add("young", ReadyToBeSent, 9, WithMessage(1))
            .Add("cancelled", CancelledByStaff, 1, WithMessage(5))
            .Add("dismissed", ReadyToBeSent, 9, WithMessage(5, dismissedDaysAgo: 1))
            .Add("outgoing", ReadyToBeSent, 9, WithMessage(5, outgoing: true))
            .Add("note", ReadyToBeSent, 9, WithNote(5));
        Assert.Equal(["cancelled", "young"], await desk.MembersAsync("active-general-messages"));
    }

    [Fact]
    public async Task The_longest_in_status_comes_first_and_ties_follow_by_id()
    {
        var desk = new CheckDesk().Add("b", ReadyToBeSent, 2).Add("c", ReadyToBeSent, 3).Add("a", ReadyToBeSent, 2).Add("B", ReadyToBeSent, 2);
        Assert.Equal(["c", "B", "a", "b"], await desk.MembersAsync("ready-to-be-sent"));
    }

    [Theory]
    [InlineData("mediated-renewal", MediatedPatronRenewal)]
    [InlineData("overdue", OverdueRequest)]
    public async Task The_earliest_due_date_comes_first_and_none_comes_last(string check, BorrowingStatus status)
    {
        var desk = new CheckDesk()
            .Add("none", status, 90)
            .Add("later", status, 30, request => request.PatronDueDate = DaysAgo(1))
            .Add("patron's", status, 30, request => (request.PatronDueDate, request.LenderDueDate) = (DaysAgo(2), DaysAgo(9)))
            .Add("lender's", status, 30, request => request.LenderDueDate = DaysAgo(3));
        Assert.Equal(["lender's", "patron's", "later", "none"], await desk.MembersAsync(check));
    }

    [Fact]
    public async Task A_hold_is_expired_once_its_moment_is_past_or_its_timer_fired()
    {
        var desk = new CheckDesk()
            .Add("flagged", PhysicallyReceivedByLibrary, 20, request => request.Traits = RequestTraits.HoldExpired)
            .Add("long", PhysicallyReceivedByLibrary, 9, request => request.HoldExpiresAt = DaysAgo(3))
            .Add("a tick ago", PhysicallyReceivedByLibrary, 9, request => request.HoldExpiresAt = Now.AddTicks(-1))
            .Add("just now", PhysicallyReceivedByLibrary, 9, request => request.HoldExpiresAt = Now)
            .Add("in transit", PhysicallyReceivedByLibrary, 9)
            .Add("for use here", ReceivedNotForLoan, 9, request => request.HoldExpiresAt = DaysAgo(3));
        Assert.Equal(["long", "a tick ago", "flagged"], await desk.MembersAsync("expired-hold-shelf"));
    }

    [Fact]
    public async Task Completed_requests_are_all_listed_until_a_run_is_recorded_newest_first()
    {
        var desk = new CheckDesk().Add("old", RequestCompleted, 400).Add("new", RequestCompleted, 1).Add("open", ShippedPhysically);
        Assert.Equal(["new", "old"], await desk.MembersAsync("request-completed"));
    }

    [Fact]
    public async Task After_a_run_only_what_was_completed_later_is_listed()
    {
        var desk = new CheckDesk()
            .Add("before", RequestCompleted, 11)
            .Add("at the run", RequestCompleted, 10)
            .Add("a tick later", RequestCompleted, 10, request => request.EnteredAt += TimeSpan.FromTicks(1))
            .Add("after", RequestCompleted, 9);
        await desk.Runner.MarkDoneAsync(CheckPresets.Find("request-completed")!, "Ana", at: DaysAgo(10));
        Assert.Equal(["after", "a tick later"], await desk.MembersAsync("request-completed"));
    }

    [Fact]
    public async Task A_run_for_one_library_counts_for_that_library_only()
    {
        var desk = new CheckDesk().Add("here", RequestCompleted, 9).Add("there", RequestCompleted, 9, request => request.Library = "CSUF");
        await desk.Runner.MarkDoneAsync(CheckPresets.Find("request-completed")!, "Ana", "CSUN", DaysAgo(1));
        Assert.Empty(await desk.MembersAsync("request-completed", new() { Library = "CSUN" }));
        Assert.Equal(["there"], await desk.MembersAsync("request-completed", new() { Library = "CSUF" }));
        Assert.Equal(["here", "there"], await desk.MembersAsync("request-completed"));
    }

    [Fact]
    public async Task A_run_for_all_libraries_counts_for_each()
    {
        var desk = new CheckDesk().Add("here", RequestCompleted, 9);
        await desk.Runner.MarkDoneAsync(CheckPresets.Find("request-completed")!, "Ana", at: DaysAgo(1));
        Assert.Empty(await desk.MembersAsync("request-completed", new() { Library = "CSUN" }));
    }

    [Fact]
    public async Task Nobody_is_on_no_list_before_more_than_thirty_days()
    {
        var desk = new CheckDesk()
            .Add("thirty days", LoanedItemToPatron, 30)
            .Add("a tick more", LoanedItemToPatron, 30, request => request.EnteredAt -= TimeSpan.FromTicks(1))
            .Add("long", LoanedItemToPatron, 90);
        Assert.Equal(["long", "a tick more"], await desk.MembersAsync("no-list"));
    }

    [Fact]
    public async Task What_another_list_holds_is_not_on_no_list()
    {
        var desk = new CheckDesk()
            .Add("noted", LoanedItemToPatron, 90, WithNote(1))
            .Add("written to", LoanedItemToPatron, 90, WithMessage(1))
            .Add("hold expired", PhysicallyReceivedByLibrary, 90, request => request.HoldExpiresAt = DaysAgo(1))
            .Add("note dismissed", LoanedItemToPatron, 91, WithNote(9, dismissedDaysAgo: 1));
        Assert.Equal(["note dismissed"], await desk.MembersAsync("no-list"));
    }

    [Fact]
    public async Task Every_open_status_is_on_a_list_of_extended_after_thirty_days_and_on_no_more_than_one()
    {
        var desk = new CheckDesk();
        foreach (var status in BorrowingStatusExtensions.All)
        {
            desk.Add(status.ToString(), status, 31);
        }

        var report = await desk.Runner.RunAsync(new() { Policies = CheckPresets.Extended, Now = Now, Members = int.MaxValue });
        var listed = report.Entries.SelectMany(entry => entry.Members).Select(member => member.Status).Order();
        Assert.Equal(BorrowingStatusExtensions.All.Where(status => !status.IsFinal() || status == RequestCompleted), listed);
        Assert.Equal(
            [RequestAccepted, ShippedDigitally, DigitallyReceivedByLibrary, PhysicallyReceivedByLibrary, LoanedItemToPatron, RenewRequested, RenewedByPartner, RenewRequestNotAccepted],
            report.Entries[^1].Members.Select(member => member.Status).Order());
    }
}
