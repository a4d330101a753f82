namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>
/// Percentiles by nearest rank: of n values in order, the p-th percentile is the value at place ⌈p·n/100⌉, counted from 1. It is always
/// one of the values; nothing is interpolated. The median of an even number is the lower of the two in the middle.
/// </summary>
internal static class NearestRank
{
    /// <summary>The percentile of values that are sorted already; at least one.</summary>
    public static TimeSpan Of(IReadOnlyList<TimeSpan> sorted, int percent) => sorted[Math.Max(0, (int)((((long)percent * sorted.Count) + 99) / 100) - 1)];

    /// <summary>The median, or null of no values. Sorts the list.</summary>
    public static TimeSpan? Median(List<TimeSpan> values)
    {
        values.Sort();
        return values.Count > 0 ? Of(values, 50) : null;
    }
}
