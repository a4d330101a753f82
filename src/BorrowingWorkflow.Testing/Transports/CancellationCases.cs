using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Transports;

/// <summary>Calls that end otherwise than with an answer.</summary>
internal static class CancellationCases
{
    public static async Task BeforehandAsync(TransportScene scene)
    {
        var cancelled = new CancellationToken(canceled: true);
        foreach (var send in new[] { scene.Request(), scene.Message(), scene.Question() })
        {
            await Check.ThrowsAsync<OperationCanceledException>(() => scene.CallAsync(send, cancelled).AsTask(), $"{send.Effect.Name}, cancelled beforehand");
        }

        Check.Equal(0, (await scene.ReceivedAsync()).Count, "Messages at the partner");
    }

    public static async Task UnderWayAsync(TransportScene scene)
    {
        await scene.BehaveAsync(PeerBehaviour.AnswerLate);
        foreach (var send in new[] { scene.Request("R-1"), scene.Message("R-2") })
        {
            using var cancellation = new CancellationTokenSource();
            var call = Task.Run(() => scene.OutcomeAsync(send, cancellation.Token));
            while (!call.IsCompleted && (await scene.ReceivedAsync(send.Request.Id.Value)).Count == 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, scene.CancellationToken);
            }

            await cancellation.CancelAsync();
            var outcome = await call;
            var arrived = (await scene.ReceivedAsync(send.Request.Id.Value)).Count > 0;
            Check.That(
                outcome == Delivery.Unknown || (outcome == Delivery.NotDelivered && !arrived),
                $"{send.Effect.Name} was cancelled under way and is {outcome}; the partner {(arrived ? "has it" : "has it not")} and has confirmed nothing.");
        }
    }

    public static async Task SecrecyAsync(TransportScene scene)
    {
        foreach (var behaviour in Enum.GetValues<PeerBehaviour>().Where(one => one != PeerBehaviour.Accept))
        {
            await scene.BehaveAsync(behaviour);
            PartnerSend[] sends = [scene.Request($"R-{behaviour}"), scene.Message($"R-{behaviour}", text: TransportScene.Secret), scene.Question($"R-{behaviour}")];
            foreach (var send in sends)
            {
                var said = await SaidAsync(scene, send);
                Check.That(!said.Contains(TransportScene.Patron, StringComparison.Ordinal), $"The exception under {behaviour} names the patron.");
                Check.That(!said.Contains(TransportScene.Secret, StringComparison.Ordinal), $"The exception under {behaviour} quotes the text.");
            }
        }
    }

    private static async Task<string> SaidAsync(TransportScene scene, PartnerSend send)
    {
        try
        {
            await scene.CallAsync(send, CancellationToken.None);
            return "";
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }
}
