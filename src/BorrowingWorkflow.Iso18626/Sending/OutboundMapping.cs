using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Sending;

/// <summary>What effects become, row by row as in the specification's iso18626.tsv. The first row that fits wins.</summary>
internal static class OutboundMapping
{
    /// <summary>What partners without the action Lost are told instead.</summary>
    public const string LostNote = "The item is lost.";

    /// <summary>Yes to a condition. Dialects know it by its words.</summary>
    public const string YesNote = "The condition is accepted.";

    /// <summary>No to a condition.</summary>
    public const string NoNote = "The condition is not accepted.";

    public static IReadOnlyList<MessageShape> Rows { get; } =
    [
        Request(EffectKind.SendRequest, "Retry", RequestType.Retry),
        Request(EffectKind.SendRequest, null, RequestType.New),
        Request(EffectKind.RetrySend, null, RequestType.New),
        Request(EffectKind.RepeatSend, null, RequestType.New),
        Message(EffectKind.SendCancel, null, MessageAction.Cancel),
        Message(EffectKind.TellPartner, null, MessageAction.Cancel),
        Message(EffectKind.SendReceived, null, MessageAction.Received),
        Message(EffectKind.SendReturned, null, MessageAction.ShippedReturn),
        Message(EffectKind.SendRenew, null, MessageAction.Renew),
        Message(EffectKind.SendLost, null, MessageAction.Lost) with { Since = Iso18626Version.V2021_2 },
        Message(EffectKind.SendLost, null, MessageAction.Notification, LostNote) with { Since = Iso18626Version.V1_2 },
        Message(EffectKind.SendNote, "Damaged", MessageAction.Notification, "The item is damaged."),
        Message(EffectKind.SendNote, "ReturnUndone", MessageAction.Notification, "The item has not been sent back after all."),
        Message(EffectKind.SendNote, null, MessageAction.Notification),
        Message(EffectKind.SendConditionAnswer, "yes", MessageAction.Notification, YesNote),
        Message(EffectKind.SendConditionAnswer, "no", MessageAction.Notification, NoNote),
        Message(EffectKind.AskPartner, null, MessageAction.StatusRequest),
    ];

    /// <exception cref="ArgumentException">The effect is no message to a partner.</exception>
    public static MessageShape Of(Effect effect, Iso18626Version version)
    {
        foreach (var row in Rows)
        {
            if (row.Fits(effect, version))
            {
                return row;
            }
        }

        throw new ArgumentException($"{effect.Name} is no message to a partner.", nameof(effect));
    }

    private static MessageShape Request(EffectKind kind, string? detail, RequestType type) => new(kind, detail, null, type, default, null);

    private static MessageShape Message(EffectKind kind, string? detail, MessageAction action, string? note = null) =>
        new(kind, detail, null, default, action, note);
}
