using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Testing.Transports;

/// <summary>The transport under the real dispatcher.</summary>
internal static class DispatchCases
{
    private static readonly TimeSpan Enough = TimeSpan.FromHours(12);

    public static async Task MessageAfterCrashAsync(TransportScene scene)
    {
        var store = new CrashingOutbox(new InMemoryWorkflowStore());
        await using var world = World(scene, store);
        var request = (await world.RequestInAsync(BorrowingStatus.RequestSentToPartner)).Id;
        await world.AdvanceAsync(TimeSpan.Zero);
        await world.StaffAsync(request, Trigger.SendGeneralMessage, new() { Text = "Is it on its way?" });
        await CrashAsync(world, store);
        var before = (await scene.ReceivedAsync(request.Value)).Count;
        Check.Equal(1, before, "Messages at the partner before the crash");

        await world.AdvanceAsync(Enough);

        await OneMessageAsync(scene, request);
        await NothingWaitsAsync(world);
    }

    public static async Task RequestAfterCrashAsync(TransportScene scene)
    {
        var store = new CrashingOutbox(new InMemoryWorkflowStore());
        await using var world = World(scene, store);
        var request = (await world.RequestInAsync(BorrowingStatus.ReadyToBeSent)).Id;
        await CrashAsync(world, store);
        Check.Equal(1, (await scene.ReceivedAsync(request.Value)).Count, "Requests at the partner before the crash");

        await world.AdvanceAsync(Enough);

        await SentAsync(scene, world, request);
    }

    public static async Task UnknownRequestAsync(TransportScene scene)
    {
        await using var world = World(scene, new InMemoryWorkflowStore());
        var request = (await world.RequestInAsync(BorrowingStatus.ReadyToBeSent)).Id;
        await scene.BehaveAsync(PeerBehaviour.Drop);
        await world.AdvanceAsync(TimeSpan.Zero);
        Check.Equal(BorrowingStatus.ReadyToBeSent, (await world.FindAsync(request)).Status, "While nobody knows");

        await scene.BehaveAsync(PeerBehaviour.Accept);
        await world.AdvanceAsync(Enough);

        await SentAsync(scene, world, request);
    }

    public static async Task NotDeliveredAsync(TransportScene scene)
    {
        await using var world = World(scene, new InMemoryWorkflowStore());
        await scene.BehaveAsync(PeerBehaviour.BeUnreachable);
        var waiting = (await world.RequestInAsync(BorrowingStatus.ReadyToBeSent)).Id;
        var written = (await world.RequestInAsync(BorrowingStatus.RequestSentToPartner)).Id;
        await world.StaffAsync(written, Trigger.SendGeneralMessage, new() { Text = "Is it on its way?" });
        await world.AdvanceAsync(TimeSpan.Zero);
        Check.Equal(0, (await scene.ReceivedAsync()).Count, "Messages at a partner that can't be reached");

        await scene.BehaveAsync(PeerBehaviour.Accept);
        await world.AdvanceAsync(Enough);

        await SentAsync(scene, world, waiting);
        await OneMessageAsync(scene, written);
        await NothingWaitsAsync(world);
    }

    private static BorrowingWorld World(TransportScene scene, IWorkflowStore store)
    {
        var partner = scene.Harness.Partner;
        return new(new()
        {
            Store = store,
            Partners = [partner with { Profile = partner.Profile with { AnswersStatusRequests = scene.Can(TransportCapabilities.AnswersQuestions) } }],
            Configure = builder => builder.Services.AddSingleton(scene.Transport),
        });
    }

    /// <summary>Carries out what is due on a host that dies before it can write what came of it.</summary>
    private static async Task CrashAsync(BorrowingWorld world, CrashingOutbox store)
    {
        store.Crashes = true;
        try
        {
            await world.AdvanceAsync(TimeSpan.Zero);
        }
        catch (IOException)
        {
            // The dispatcher may pass the crash on; either way nothing was written.
        }

        store.Crashes = false;
    }

    private static async Task SentAsync(TransportScene scene, BorrowingWorld world, RequestId request)
    {
        Check.Equal(BorrowingStatus.RequestSentToPartner, (await world.FindAsync(request)).Status, "In the end the request");
        await OneMessageAsync(scene, request);
    }

    private static async Task OneMessageAsync(TransportScene scene, RequestId request)
    {
        var received = await scene.ReceivedAsync(request.Value);
        Check.Equal(1, received.Select(message => message.Id).Distinct().Count(), $"Ids under which the partner saw one message, in {received.Count} copies");
    }

    private static async Task NothingWaitsAsync(BorrowingWorld world)
    {
        await foreach (var batch in world.Store.PendingAsync())
        {
            Check.That(batch.Count == 0, $"{batch.Count} effects still wait.");
        }
    }
}
