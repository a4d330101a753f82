namespace BorrowingWorkflow.Requests;

/// <summary>What a partner asks before it supplies: a condition or a retry, whichever came last.</summary>
/// <param name="IsRetry">True where the partner asks to try again, false where it set a condition.</param>
/// <param name="At">When it came, in UTC.</param>
public sealed record StandingCondition(bool IsRetry, DateTimeOffset At)
{
    /// <summary>The condition's code or words, e.g. <c>LibraryUseOnly</c>.</summary>
    public string? Condition { get; init; }

    /// <summary>What the partner asks for it, in its own words and currency.</summary>
    public string? Cost { get; init; }

    /// <summary>Until when an answer is asked for, in UTC. Informational: nothing moves by itself.</summary>
    public DateTimeOffset? ReplyBy { get; init; }
}
