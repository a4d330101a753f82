using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Transports;

/// <summary>What the partner confirms.</summary>
internal static class ConfirmedCases
{
    /// <summary>Quotes, markup, escapes, composed and decomposed letters, right-to-left, a surrogate pair, lines and a tab; and long.</summary>
    public static readonly string HostileText =
        "\"It's\" <b>&amp; ]]> <!-- --> <?x ?></b> %00 \\u0000 {0} $1 ; DROP TABLE -- \u00e9 e\u0301 \u0645\u0631\u062d\u0628\u0627 \ud834\udd1e \u200b\n\tend " + new string('x', 5_000);

    public static readonly EffectKind[] Messages =
    [
        EffectKind.SendCancel, EffectKind.TellPartner, EffectKind.SendReceived, EffectKind.SendReturned,
        EffectKind.SendRenew, EffectKind.SendLost, EffectKind.SendNote, EffectKind.SendConditionAnswer,
    ];

    private static readonly EffectKind[] Requests = [EffectKind.SendRequest, EffectKind.RetrySend, EffectKind.RepeatSend];

    public static async Task RequestAsync(TransportScene scene)
    {
        await scene.DeliveredAsync(scene.Request(), "The request");

        Check.Equal(1, (await scene.ReceivedAsync("R-1")).Count, "Messages at the partner");
    }

    public static Task EveryMessageAsync(TransportScene scene) => EachAsync(
        scene, Messages.Select((kind, index) => scene.Message($"R-{index + 1}", kind, text: kind == EffectKind.SendNote ? "A note." : null)));

    public static Task EveryRequestAsync(TransportScene scene) => EachAsync(
        scene, Requests.Select((kind, index) => scene.Request($"R-{index + 1}", kind, number: 3, repeatOf: kind == EffectKind.RepeatSend ? $"R-{index + 1}/1/1" : null)));

    public static async Task TextAsync(TransportScene scene)
    {
        await scene.DeliveredAsync(scene.Message(text: HostileText), "The note");

        var received = await scene.ReceivedAsync("R-1");
        Check.Same([HostileText], received.Select(message => message.Text), "The text at the partner");
    }

    private static async Task EachAsync(TransportScene scene, IEnumerable<PartnerSend> sends)
    {
        foreach (var send in sends)
        {
            await scene.DeliveredAsync(send, send.Effect.Kind.ToString());
            Check.Equal(1, (await scene.ReceivedAsync(send.Request.Id.Value)).Count, $"Messages at the partner after {send.Effect.Kind}");
        }
    }
}
