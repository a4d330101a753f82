using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class CompletedDetectorsTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(ProcessType.Transit, "completed-item-in-transit")]
    [InlineData(ProcessType.Loan, "completed-item-on-loan")]
    [InlineData(ProcessType.ResourceSharingRequest, "completed-item-in-resource-sharing")]
    [InlineData(ProcessType.HoldShelf, "completed-item-left-behind")]
    [InlineData(ProcessType.LostLoan, "completed-item-left-behind")]
    [InlineData(ProcessType.Other, "completed-item-left-behind")]
    public async Task An_item_of_a_completed_request_is_told_by_where_it_is(ProcessType type, string detector)
    {
        var desk = new AnomalyDesk().Add("R1", RequestCompleted, Day).Add("R2", RequestCompleted, Day).WithItem("R1", type);
        Assert.Equal([detector], await desk.DetectorsOfAsync("R1"));
        Assert.Empty(await desk.DetectorsOfAsync("R2"));
    }

    [Theory]
    [InlineData(CancelledByPatron)]
    [InlineData(RejectedByPartner)]
    [InlineData(ExportedToThirdParty)]
    [InlineData(Deleted)]
    public async Task An_item_of_a_request_that_ended_otherwise_is_left_behind_wherever_it_is(BorrowingStatus status)
    {
        var desk = new AnomalyDesk().Add("R1", status, Day).WithItem("R1", ProcessType.Loan);
        Assert.Equal(["completed-item-left-behind"], await desk.DetectorsOfAsync("R1"));
    }

    [Fact]
    public async Task Each_of_several_items_is_reported()
    {
        var desk = new AnomalyDesk().Add("R1", RequestCompleted, Day).WithItem("R1", ProcessType.Loan, ProcessType.HoldShelf, ProcessType.Transit);
        Assert.Equal(["completed-item-in-transit", "completed-item-on-loan", "completed-item-left-behind"], await desk.DetectorsOfAsync("R1"));
    }

    [Fact]
    public async Task An_open_request_may_have_its_item() =>
        Assert.Empty(await new AnomalyDesk().Add("R1", ShippedPhysically, Day).WithItem("R1", ProcessType.Transit).DetectorsOfAsync("R1"));

    [Theory]
    [InlineData(LifeSteps.Received, "the return")]
    [InlineData(LifeSteps.Returned, "the receipt")]
    [InlineData(LifeSteps.Shipped, "the receipt and the return")]
    public async Task A_check_in_that_skipped_steps_is_told_with_the_steps(LifeSteps done, string missing)
    {
        var desk = new AnomalyDesk().Add("R1", RequestCompleted, Day, Closed("RE-2", LoanedItemToPatron, done));
        Assert.Equal($"Partner CSUN checked it in while it was in Loaned item to patron; never recorded: {missing}.", await desk.EvidenceAsync("completed-steps-skipped"));
    }

    [Fact]
    public async Task A_check_in_after_every_step_is_in_order()
    {
        var desk = new AnomalyDesk()
            .Add("all steps", RequestCompleted, Day, Closed("RE-2", ReturnedByPatron, LifeSteps.Received | LifeSteps.Returned))
            .Add("as usual", RequestCompleted, Day, Closed("RE-1", ReturnedItemToPartner, LifeSteps.None))
            .Add("reopened", LoanedItemToPatron, Day, Closed("RE-2", LoanedItemToPatron, LifeSteps.None));
        Assert.Empty(await desk.FindAsync("completed-steps-skipped"));
    }

    [Fact]
    public async Task A_completion_by_staff_is_told_unless_the_status_ends_that_way()
    {
        var desk = new AnomalyDesk()
            .Add("early", RequestCompleted, Day, request =>
            {
                Closed("FI-1", RequestSentToPartner, LifeSteps.Sent)(request);
                request.Facts.ClosedByWhom = "mk";
            })
            .Add("returned", RequestCompleted, Day, Closed("FI-1", ReturnedItemToPartner, LifeSteps.Returned))
            .Add("locate", RequestCompleted, Day, Closed("FI-1", LocateInProcess, LifeSteps.None))
            .Add("lost", RequestCompleted, Day, Closed("FI-1", LostAndFeePaid, LifeSteps.Received))
            .Add("replaced", RequestCompleted, Day, Closed("LO-7", LocateFailed, LifeSteps.None));
        Assert.Equal(["early"], await desk.FindAsync("completed-by-override"));
        Assert.Equal("Completed from Request sent to partner on 2026-11-23 09:00 UTC by mk.", await desk.EvidenceAsync("completed-by-override"));
    }

    private static Action<BorrowingRequest> Closed(string clause, BorrowingStatus from, LifeSteps done) => request =>
        (request.Facts.ClosedBy, request.Facts.ClosedFrom, request.Facts.Done) = (clause, from, done);
}
