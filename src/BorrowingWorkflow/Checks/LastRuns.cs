using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Checks;

/// <summary>Finds which recorded run counts.</summary>
internal static class LastRuns
{
    /// <summary>
    /// The latest run for the library or for all libraries. Asked for all libraries (null), a run for one does not count: the others'
    /// requests were not looked at.
    /// </summary>
    public static CheckRun? Of(string check, string? library, IReadOnlyList<CheckRun> runs)
    {
        CheckRun? latest = null;
        foreach (var run in runs)
        {
            if (run.Check == check && (run.Library is null || run.Library == library) && (latest is null || run.At > latest.At))
            {
                latest = run;
            }
        }

        return latest;
    }
}
