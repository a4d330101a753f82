namespace BorrowingWorkflow.Storage;

/// <summary>What waits to be done at a moment. Times are in UTC.</summary>
public sealed record Backlog
{
    /// <summary>How many effects are undelivered: not settled, and either due or tried before.</summary>
    public long Effects { get; init; }

    /// <summary>When the oldest undelivered effect was decided; null where none is.</summary>
    public DateTimeOffset? OldestEffect { get; init; }

    /// <summary>How many requests have a deadline that is due and has not been fired.</summary>
    public long Deadlines { get; init; }

    /// <summary>Since when the deadline that has been due longest is due; null where none is due.</summary>
    public DateTimeOffset? OldestDeadline { get; init; }
}
