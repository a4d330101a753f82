using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>The closed lists.</summary>
internal static class Kinds
{
    public static ListedKind<SupplyStatus> Status { get; } = new(t => new(t), c => c.Code, (c, v) => c.IsIn(v));

    public static ListedKind<ReasonForMessage> Reason { get; } = new(t => new(t), c => c.Code, (c, _) => c.IsKnown);

    public static ListedKind<MessageAction> Action { get; } = new(t => new(t), c => c.Code, (c, v) => c.IsIn(v));

    public static ListedKind<RequestType> RequestType { get; } = new(t => new(t), c => c.Code, (c, _) => c.IsKnown);

    public static ListedKind<RequestSubType> RequestSubType { get; } = new(t => new(t), c => c.Code, (c, _) => c.IsKnown);

    public static ListedKind<ServiceType> ServiceType { get; } = new(t => new(t), c => c.Code, (c, _) => c.IsKnown);

    public static ListedKind<ErrorType> ErrorType { get; } = new(t => new(t), c => c.Code, (c, _) => c.IsKnown);

    public static ListedKind<MessageStatus> MessageStatus { get; } = new(t => new(t), c => c.Code, (c, _) => c.IsKnown);

    public static ListedKind<YesNo> YesNo { get; } = new(t => new(t), c => c.Code, (c, _) => c.IsKnown);

    public static ListedKind<PreferredEdition> PreferredEdition { get; } = new(t => new(t), c => c.Code, (c, v) => c.IsIn(v));
}
