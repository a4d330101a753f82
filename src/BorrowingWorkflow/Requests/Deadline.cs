namespace BorrowingWorkflow.Requests;

/// <summary>A moment at which the workflow acts by itself.</summary>
/// <param name="Kind">Which clock it is.</param>
/// <param name="At">When it is due, in UTC.</param>
public sealed record Deadline(DeadlineKind Kind, DateTimeOffset At);
