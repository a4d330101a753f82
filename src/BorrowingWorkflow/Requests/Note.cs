namespace BorrowingWorkflow.Requests;

/// <summary>A note that staff put on a request. It is active until someone dismisses it.</summary>
/// <param name="Id">The id of the message that added it; unique in the request.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">When it was added, in UTC.</param>
/// <param name="By">Who added it, where that is known.</param>
public sealed record Note(string Id, string Text, DateTimeOffset At, string? By = null)
{
    /// <summary>When it was dismissed, in UTC; null while it is active.</summary>
    public DateTimeOffset? DismissedAt { get; init; }

    /// <summary>True until it is dismissed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsActive => DismissedAt is null;
}
