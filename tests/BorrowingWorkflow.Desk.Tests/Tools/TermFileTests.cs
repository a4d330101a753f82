using BorrowingWorkflow.Desk.Tests.Hosts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Tools;

public sealed class TermFileTests
{
    [Fact]
    public async Task Every_desk_has_a_term_of_its_own()
    {
        await using var one = await ADesk().WithTerm().OpenAsync();
        await using var other = await ADesk().WithTerm().OpenAsync();
        var before = await one.Workflow.FindAsync("CSU-000039");

        await one.World.StaffAsync("CSU-000039", Trigger.AddNote, new() { Text = "Ask again." });

        Assert.Equal(before!.Version + 1, (await one.Workflow.FindAsync("CSU-000039"))!.Version);
        Assert.Equal(before.Version, (await other.Workflow.FindAsync("CSU-000039"))!.Version);
        Assert.Equal(DeskHost.LastAfternoon, one.Clock.GetUtcNow());
    }

    [Fact]
    public async Task What_a_desk_does_is_carried_out_when_its_world_goes_on()
    {
        await using var desk = await ADesk().WithRequests(world => world.RequestInAsync(BorrowingStatus.ReadyToBeSent)).OpenAsync();

        await desk.World.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal(BorrowingStatus.RequestSentToPartner, (await desk.Workflow.FindAsync("R-1"))!.Status);
    }

    [SharedFact("data/term-2026-fall")]
    public async Task A_whole_term_can_be_opened()
    {
        await using var desk = await ADesk().WithTerm("term-2026-fall").OpenAsync();

        Assert.NotEmpty((await desk.Get<IRequestReader>().ListAsync(new(), limit: 1)).Requests);
    }
}
