using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Engine;

public class IfRevisionTests
{
    [Fact]
    public async Task An_input_that_was_chosen_by_how_the_request_stood_is_decided_while_it_stands_so()
    {
        using var desk = await SentAsync();
        var seen = await desk.FindAsync("R1");

        var result = await desk.Workflow.ReceiveAsync(Rejection() with { IfRevision = seen.Revision });

        Assert.Equal(Verdict.Applied, result.Verdict);
    }

    [Fact]
    public async Task Where_the_request_has_moved_nothing_is_saved_and_the_sender_is_told_to_look_again()
    {
        using var desk = await SentAsync();
        var seen = await desk.FindAsync("R1");
        await desk.PartnerAsync("R1", "CHICO", Trigger.PartnerShipped);
        var before = await desk.Workflow.HistoryAsync("R1");

        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(
            async () => await desk.Workflow.ReceiveAsync(Rejection() with { IfRevision = seen.Revision }));

        Assert.Equal((seen.Revision, seen.Revision + 1), (conflict.Expected.Revision, conflict.Actual));
        Assert.Equal(before.Count, (await desk.Workflow.HistoryAsync("R1")).Count);
        Assert.Equal(BorrowingStatus.ShippedPhysically, await desk.StatusOfAsync("R1"));
    }

    [Fact]
    public async Task Where_there_is_no_request_yet_the_revision_in_the_store_is_said_to_be_none()
    {
        using var desk = new Desk();
        var submit = new WorkflowInput
        {
            Request = "R9", Trigger = Trigger.Submit, By = Actor.Patron, MessageId = "s-1", Data = Desk.Wish.ToData(), IfRevision = 2,
        };

        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(async () => await desk.Workflow.ExecuteAsync(submit));

        Assert.Equal((2, 0), (conflict.Expected.Revision, conflict.Actual));
    }

    [Fact]
    public async Task A_duplicate_is_one_whatever_the_revision()
    {
        using var desk = await SentAsync();
        var seen = await desk.FindAsync("R1");
        await desk.Workflow.ReceiveAsync(Rejection() with { IfRevision = seen.Revision });

        var again = await desk.Workflow.ReceiveAsync(Rejection() with { IfRevision = seen.Revision });

        Assert.Equal(Verdict.Duplicate, again.Verdict);
    }

    [Fact]
    public async Task A_revision_that_no_request_has_is_bad_input()
    {
        using var desk = await SentAsync();

        await Assert.ThrowsAsync<ArgumentException>(async () => await desk.Workflow.ReceiveAsync(Rejection() with { IfRevision = 0 }));
    }

    private static WorkflowInput Rejection() => new()
    {
        Request = "R1", Trigger = Trigger.PartnerRejected, By = Actor.Partner, Partner = "CHICO", MessageId = "no-1",
    };

    private static async Task<Desk> SentAsync()
    {
        var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        return desk;
    }
}
