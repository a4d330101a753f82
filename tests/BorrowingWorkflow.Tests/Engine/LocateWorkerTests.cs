using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;

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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_locate_that_was_stopped_while_it_was_in_hand_is_not_begun(bool isAnotherBegun)
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        var inHand = Assert.Single(await desk.Store.LeaseAsync(desk.Clock.GetUtcNow(), 10, TimeSpan.FromMinutes(5))).Effect;
        await desk.PatronAsync("R1", Trigger.CancelByPatron);
        if (isAnotherBegun)
        {
            await desk.StaffAsync("R1", Trigger.Locate);
        }

        var worker = new LocateWorker(desk.Workflow, desk.Get<RotaBuilder>(), NullLogger<LocateWorker>.Instance);
        await worker.LocateAsync(inHand, await desk.FindAsync("R1"), CancellationToken.None);

        Assert.DoesNotContain(await desk.Workflow.HistoryAsync("R1"), item => item.Trigger == Trigger.RotaBuilt);
    }

    [Fact]
    public async Task A_locate_that_was_begun_again_answers_once()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.PatronAsync("R1", Trigger.CancelByPatron);
        await desk.StaffAsync("R1", Trigger.Locate);
        await desk.SettleAsync();

        var answers = (await desk.Workflow.HistoryAsync("R1")).Where(item => item.Trigger == Trigger.RotaBuilt).ToList();
        Assert.Equal(Verdict.Applied, Assert.Single(answers).Verdict);
        Assert.Equal(BorrowingStatus.RequestSentToPartner, await desk.StatusOfAsync("R1"));
    }

    [Fact]
    public async Task A_locate_that_a_port_interrupts_is_logged()
    {
        using var desk = new Desk(configure: builder => builder.UseRanking<BrokenRanking>());
        await desk.SubmitAsync("R1");
        var inHand = Assert.Single(await desk.Store.LeaseAsync(desk.Clock.GetUtcNow(), 10, TimeSpan.FromMinutes(5))).Effect;
        var log = new FakeLogger<LocateWorker>();

        await new LocateWorker(desk.Workflow, desk.Get<RotaBuilder>(), log).LocateAsync(inHand, await desk.FindAsync("R1"), CancellationToken.None);

        Assert.Equal("Request R1: the locate was interrupted.", Assert.Single(log.Collector.GetSnapshot()).Message);
        Assert.Equal(Trigger.LocateInterrupted, (await desk.Workflow.HistoryAsync("R1"))[^1].Trigger);
    }
}
