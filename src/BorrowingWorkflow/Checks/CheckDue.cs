using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Checks;

/// <summary>How a check stands today.</summary>
/// <param name="Policy">The check.</param>
/// <param name="State">Whether it is to be worked today.</param>
/// <param name="NextOn">The next day after today on which it falls due, by the library's calendar.</param>
public sealed record CheckDue(CheckPolicy Policy, CheckDueState State, DateOnly NextOn)
{
    /// <summary>
    /// The earliest day before today on which it fell due and since which it was not worked; null where none was missed. Of a check that
    /// was never worked only the latest day counts, so that a new desk does not begin with a debt. It stands on days off too.
    /// </summary>
    public DateOnly? MissedSince { get; init; }

    /// <summary>When it was last worked for the library, and by whom; null where that was never recorded.</summary>
    public CheckRun? LastRun { get; init; }
}
