using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Fakes;

namespace BorrowingWorkflow.Testing.Tests.Fakes;

/// <summary>The code of docs/testing.md about fakes.</summary>
public class WorldExamples
{
    [Fact]
    public async Task A_world_runs_the_clock()
    {
        #region docs:world
        await using var world = new BorrowingWorld();
        world.Partner("CSUN").OnRequest.Replies(Trigger.PartnerRejected, after: TimeSpan.FromDays(1));
        world.Partner("CHICO").OnRequest
            .Fails(times: 2)
            .Replies(Trigger.PartnerShipped, after: TimeSpan.FromDays(2), new() { DueDate = world.Clock.GetUtcNow().AddDays(60) });

        var request = await world.RequestInAsync(BorrowingStatus.ReadyToBeSent);
        await world.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.Equal(BorrowingStatus.ShippedPhysically, (await world.FindAsync(request.Id)).Status);
        #endregion

        Assert.Equal(
            [Delivery.NotDelivered, Delivery.NotDelivered, Delivery.Delivered],
            world.Transport.Calls.Where(call => call.Partner == "CHICO" && call.Kind == TransportCallKind.Request).Select(call => call.Answer));
    }

    [Fact]
    public async Task A_rule_of_the_hosts_own_is_tested_in_a_status()
    {
        #region docs:status
        await using var world = new BorrowingWorld();
        var request = await world.RequestInAsync(BorrowingStatus.LoanedItemToPatron);

        await world.AdvanceAsync(TimeSpan.FromDays(22));
        var report = await world.Get<CheckRunner>().RunAsync(new() { Policies = CheckPresets.Extended, Members = 10 });

        Assert.Contains(report.Entries, entry => entry.Policy.Id == "overdue" && entry.Members[0].Id == request.Id);
        Assert.Contains(world.Notifier.Notices, notice => notice.Detail == "Overdue");
        #endregion
    }

    [Fact]
    public async Task A_transport_follows_a_script_by_itself()
    {
        #region docs:script
        var transport = new ScriptedTransport();
        transport.For("CSUN").On(EffectKind.SendCancel).StaysUnknown().Throws().Replies(Trigger.PartnerAcceptedCancel);
        #endregion

        await using var world = new BorrowingWorld();
        var request = await world.RequestInAsync(BorrowingStatus.WaitingForCancelResponse);
        var send = new PartnerSend(new Effect("e-1", request.Id, EffectKind.SendCancel), request, new("CSUN"));
        Assert.Equal(Delivery.Unknown, await transport.SendMessageAsync(send));
        await Assert.ThrowsAsync<IOException>(() => transport.SendMessageAsync(send).AsTask());
        Assert.Equal(Delivery.Delivered, await transport.SendMessageAsync(send));
        Assert.Equal([Trigger.PartnerAcceptedCancel], transport.TakeReplies().Select(reply => reply.Trigger));
        Assert.Empty(transport.TakeReplies());
    }
}
