namespace BorrowingWorkflow.Requests;

/// <summary>A message between the borrower and a partner. A received one is active until someone dismisses it.</summary>
/// <param name="Id">The id of the message that brought it; unique in the request.</param>
/// <param name="Partner">The partner that wrote it, or that it was written to.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">When it came or went, in UTC.</param>
/// <param name="IsOutgoing">True where the borrower wrote it.</param>
public sealed record GeneralMessage(string Id, string? Partner, string Text, DateTimeOffset At, bool IsOutgoing = false)
{
    /// <summary>When it was dismissed, in UTC; null while it is active.</summary>
    public DateTimeOffset? DismissedAt { get; init; }

    /// <summary>True for a received message until it is dismissed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsActive => !IsOutgoing && DismissedAt is null;
}
