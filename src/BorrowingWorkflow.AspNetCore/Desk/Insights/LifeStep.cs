using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>An event of a life, at the moment that counts for it.</summary>
/// <param name="At">When, in UTC: never before the step that precedes it and never after the figures' end.</param>
/// <param name="Event">What happened.</param>
internal readonly record struct LifeStep(DateTimeOffset At, HistoryEvent Event)
{
    /// <summary>True where it was applied.</summary>
    public bool IsApplied => Event.Verdict == Verdict.Applied;

    /// <summary>True where it led from one status to another.</summary>
    public bool IsMove => IsApplied && Event.From != Event.To;
}
