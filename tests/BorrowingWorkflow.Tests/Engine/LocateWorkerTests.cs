using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Engine;

public sealed class LocateWorkerTests
{
    [Fact]
    public async Task Where_nobody_can_be_asked_the_request_ends_and_says_why()
    {
        using var desk = new Desk(configure: null, partners: new Partner("CSUN") { IsActive = false });
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();

        Assert.Equal(BorrowingStatus.CancelledByStaff, await desk.StatusOfAsync("R1"));
        var answer = (await desk.Workflow.HistoryAsync("R1"))[^1];
        Assert.Equal(Trigger.LocateFoundNothing, answer.Trigger);
        Assert.Equal(["CSUN: The partner takes no requests at present."], answer.Data!.Why);
    }

    [Fact]
    public async Task A_locate_that_was_stopped_is_not_begun()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.StaffAsync("R1", Trigger.EditRequest, new() { Title = "The Left Hand of Darkness" });
        await desk.SettleAsync();

        var answers = (await desk.Workflow.HistoryAsync("R1")).Where(item => item.Trigger == Trigger.RotaBuilt).ToList();
        Assert.Equal(Verdict.Applied, Assert.Single(answers).Verdict);
        Assert.Equal(BorrowingStatus.RequestSentToPartner, await desk.StatusOfAsync("R1"));
    }
}
