using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Checks;

/// <summary>What one check found.</summary>
/// <param name="Policy">The check.</param>
/// <param name="Count">How many requests are on its list; where <see cref="IsComplete"/> is false, there are more.</param>
/// <param name="Members">The first of them in the list's order, as many as were asked for.</param>
public sealed record CheckReportEntry(CheckPolicy Policy, int Count, IReadOnlyList<RequestSummary> Members)
{
    /// <summary>
    /// How long the oldest of the whole list has been waiting: since its oldest active note or message on the lists of those, else since
    /// it entered its status. Never negative; null where the list is empty.
    /// </summary>
    public TimeSpan? OldestAge { get; init; }

    /// <summary>
    /// True where the whole list was counted; false where counting ended at <see cref="CheckRequest.CountAtMost"/>. What is told then is told
    /// of the first in the list's order.
    /// </summary>
    /// <value>True.</value>
    public bool IsComplete { get; init; } = true;

    /// <summary>When the check was last worked for the library that was asked about; null where that was never recorded.</summary>
    public CheckRun? LastRun { get; init; }
}
