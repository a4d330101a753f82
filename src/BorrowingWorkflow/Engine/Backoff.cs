namespace BorrowingWorkflow.Engine;

/// <summary>How long to wait before something that failed is tried again: doubled with each failure in a row.</summary>
internal static class Backoff
{
    /// <summary>The wait after a number of failures, at least 1.</summary>
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan longest)
    {
        // As floating-point numbers, since a length of time overflows after some fifty failures.
        var factor = Math.Pow(2, failures - 1);
        return first.Ticks * factor < longest.Ticks ? first * factor : longest;
    }
}
