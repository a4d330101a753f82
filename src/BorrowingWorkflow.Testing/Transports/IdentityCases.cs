using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Testing.Transports;

/// <summary>By what a partner tells a repetition.</summary>
internal static class IdentityCases
{
    private static readonly TimeSpan Precision = TimeSpan.FromSeconds(1);

    public static async Task SameEffectAsync(TransportScene scene)
    {
        foreach (var send in new[] { scene.Request("R-1"), scene.Message("R-2") })
        {
            await scene.DeliveredAsync(send, send.Effect.Name);
            await scene.DeliveredAsync(send, $"{send.Effect.Name}, again");
            await OneIdAsync(scene, send.Request.Id.Value);
        }
    }

    public static async Task AfterUnknownAsync(TransportScene scene)
    {
        foreach (var send in new[] { scene.Request("R-1"), scene.Message("R-2") })
        {
            await scene.BehaveAsync(PeerBehaviour.Drop);
            await scene.OutcomeAsync(send);
            await scene.BehaveAsync(PeerBehaviour.Accept);
            await scene.DeliveredAsync(send, $"{send.Effect.Name}, again");
            await OneIdAsync(scene, send.Request.Id.Value);
        }
    }

    public static async Task DifferentEffectsAsync(TransportScene scene)
    {
        await scene.DeliveredAsync(scene.Request(), "The request");
        await scene.DeliveredAsync(scene.Message(number: 2), "A note");
        await scene.DeliveredAsync(scene.Message(number: 3), "The same note a minute later");
        await scene.DeliveredAsync(scene.Message(number: 4, text: "Another."), "Another note");
        await scene.DeliveredAsync(scene.Request("R-2"), "Another request");

        var ids = (await scene.ReceivedAsync()).Select(message => (message.Request, message.Id)).ToList();
        Check.Equal(5, ids.Distinct().Count(), "Different messages at the partner, of 5 that were sent");
    }

    public static async Task RepetitionAsync(TransportScene scene)
    {
        var first = scene.Request();
        await scene.BehaveAsync(PeerBehaviour.Drop);
        await scene.OutcomeAsync(first);
        await scene.BehaveAsync(PeerBehaviour.Accept);
        await scene.DeliveredAsync(scene.Request(kind: EffectKind.RepeatSend, number: 2, repeatOf: first.Effect.Id, at: first.Effect.At), "The repetition");

        await OneIdAsync(scene, "R-1");
        foreach (var message in await scene.ReceivedAsync("R-1"))
        {
            Check.That(
                (message.Date - first.Effect.At).Duration() < Precision,
                $"The date at the partner is {message.Date:O}, and the effect's is {first.Effect.At:O}: a message has the date of its effect, not of its sending.");
        }
    }

    /// <summary>A transport may know by itself that the partner has it; what does arrive has one id.</summary>
    private static async Task OneIdAsync(TransportScene scene, string request)
    {
        var received = await scene.ReceivedAsync(request);
        Check.That(received.Count > 0, $"Nothing about {request} arrived.");
        Check.Equal(1, received.Select(message => message.Id).Distinct().Count(), $"Ids under which the partner saw one effect of {request}");
    }
}
