namespace BorrowingWorkflow.Testing.Ports;

/// <summary>The notices and alerts that the transition table asks for.</summary>
internal static class NoticeNames
{
    public static readonly string[] Notices = ["Arrived", "Cancelled", "Overdue", "Recalled", "RenewalRefused", "Renewed", "SuggestIll"];

    public static readonly string[] Alerts =
    [
        "BadRota", "CancelRefused", "CancelUnanswered", "CannotSend", "Condition", "DeclaredLost", "GeneralMessage", "HoldExpired", "LenderMissesItem",
        "LocateStuck", "OverdueOnShelf", "PossibleDuplicate", "RenewedAfterRecall", "Retry", "ReturnAtOnce", "ShippedAfterClose",
    ];
}
