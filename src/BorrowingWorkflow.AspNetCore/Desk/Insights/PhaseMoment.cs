using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>How many open requests stood in each phase at a moment.</summary>
/// <param name="At">The moment, in UTC.</param>
/// <param name="Counts">The numbers, by <see cref="RequestPhase"/>; none is counted as final.</param>
internal sealed record PhaseMoment(DateTimeOffset At, IReadOnlyList<int> Counts)
{
    /// <summary>How many there were in all.</summary>
    public int Total => Counts.Sum();

    /// <summary>How many stood in the phase.</summary>
    public int Of(RequestPhase phase) => Counts[(int)phase];
}
