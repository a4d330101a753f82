namespace BorrowingWorkflow.Requests;

/// <summary>The clocks that the workflow itself keeps.</summary>
public enum DeadlineKind : byte
{
    /// <summary>The active partner's days to respond are over: PartnerExpired.</summary>
    PartnerExpiry,

    /// <summary>The partner has not answered the cancellation: CancelUnanswered.</summary>
    CancelResponse,

    /// <summary>The time on the hold shelf is over: HoldExpired.</summary>
    HoldExpiry,

    /// <summary>The due date is past: DueDatePassed.</summary>
    DueDate,

    /// <summary>The retention period is over: Purge.</summary>
    Retention,
}
