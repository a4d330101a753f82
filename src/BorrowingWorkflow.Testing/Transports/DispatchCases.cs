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
        var world = World(scene, store);
        await using (world.ConfigureAwait(false))
        {
            var request = (await world.RequestInAsync(BorrowingStatus.RequestSentToPartner).ConfigureAwait(false)).Id;
            await world.AdvanceAsync(TimeSpan.Zero).ConfigureAwait(false);
            await world.StaffAsync(request, Trigger.SendGeneralMessage, new() { Text = "Is it on its way?" }).ConfigureAwait(false);
            await CrashAsync(world, store).ConfigureAwait(false);
            var before = (await scene.ReceivedAsync(request.Value).ConfigureAwait(false)).Count;
            Check.Equal(1, before, "Messages at the partner before the crash");

            await world.AdvanceAsync(Enough).ConfigureAwait(false);

            await OneMessageAsync(scene, request).ConfigureAwait(false);
            await NothingWaitsAsync(world).ConfigureAwait(false);
        }
    }

    public static async Task RequestAfterCrashAsync(TransportScene scene)
    {
        var store = new CrashingOutbox(new InMemoryWorkflowStore());
        var world = World(scene, store);
        await using (world.ConfigureAwait(false))
        {
            var request = (await world.RequestInAsync(BorrowingStatus.ReadyToBeSent).ConfigureAwait(false)).Id;
            await CrashAsync(world, store).ConfigureAwait(false);
            Check.Equal(1, (await scene.ReceivedAsync(request.Value).ConfigureAwait(false)).Count, "Requests at the partner before the crash");

            await world.AdvanceAsync(Enough).ConfigureAwait(false);

            await SentAsync(scene, world, request).ConfigureAwait(false);
        }
    }

    public static async Task UnknownRequestAsync(TransportScene scene)
    {
        var world = World(scene, new InMemoryWorkflowStore());
        await using (world.ConfigureAwait(false))
        {
            var request = (await world.RequestInAsync(BorrowingStatus.ReadyToBeSent).ConfigureAwait(false)).Id;
            await scene.BehaveAsync(PeerBehaviour.Drop).ConfigureAwait(false);
            await world.AdvanceAsync(TimeSpan.Zero).ConfigureAwait(false);
            Check.Equal(BorrowingStatus.ReadyToBeSent, (await world.FindAsync(request).ConfigureAwait(false)).Status, "While nobody knows");

            await scene.BehaveAsync(PeerBehaviour.Accept).ConfigureAwait(false);
            await world.AdvanceAsync(Enough).ConfigureAwait(false);

            await SentAsync(scene, world, request).ConfigureAwait(false);
        }
    }

    public static async Task NotDeliveredAsync(TransportScene scene)
    {
        var world = World(scene, new InMemoryWorkflowStore());
        await using (world.ConfigureAwait(false))
        {
            await scene.BehaveAsync(PeerBehaviour.BeUnreachable).ConfigureAwait(false);
            var waiting = (await world.RequestInAsync(BorrowingStatus.ReadyToBeSent).ConfigureAwait(false)).Id;
            var written = (await world.RequestInAsync(BorrowingStatus.RequestSentToPartner).ConfigureAwait(false)).Id;
            await world.StaffAsync(written, Trigger.SendGeneralMessage, new() { Text = "Is it on its way?" }).ConfigureAwait(false);
            await world.AdvanceAsync(TimeSpan.Zero).ConfigureAwait(false);
            Check.Equal(0, (await scene.ReceivedAsync().ConfigureAwait(false)).Count, "Messages at a partner that can't be reached");

            await scene.BehaveAsync(PeerBehaviour.Accept).ConfigureAwait(false);
            await world.AdvanceAsync(Enough).ConfigureAwait(false);

            await SentAsync(scene, world, waiting).ConfigureAwait(false);
            await OneMessageAsync(scene, written).ConfigureAwait(false);
            await NothingWaitsAsync(world).ConfigureAwait(false);
        }
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
            await world.AdvanceAsync(TimeSpan.Zero).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The dispatcher may pass the crash on; either way nothing was written.
        }

        store.Crashes = false;
    }

    private static async Task SentAsync(TransportScene scene, BorrowingWorld world, RequestId request)
    {
        Check.Equal(BorrowingStatus.RequestSentToPartner, (await world.FindAsync(request).ConfigureAwait(false)).Status, "In the end the request");
        await OneMessageAsync(scene, request).ConfigureAwait(false);
    }

    private static async Task OneMessageAsync(TransportScene scene, RequestId request)
    {
        var received = await scene.ReceivedAsync(request.Value).ConfigureAwait(false);
        Check.Equal(1, received.Select(message => message.Id).Distinct().Count(), $"Ids under which the partner saw one message, in {received.Count} copies");
    }

    private static async Task NothingWaitsAsync(BorrowingWorld world)
    {
        await foreach (var batch in world.Store.PendingAsync().ConfigureAwait(false))
        {
            Check.That(batch.Count == 0, $"{batch.Count} effects still wait.");
        }
    }
}
