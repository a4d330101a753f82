namespace BorrowingWorkflow.Benchmarks;

/// <summary>How many requests a table has, and how many of them are open.</summary>
internal readonly record struct TableSize(int Rows)
{
    /// <summary>20,000, but at most half of them.</summary>
    public int Open => Math.Min(20_000, Rows / 2);

    /// <summary>Tables of a hundredth, a tenth and all of the requests.</summary>
    public static TableSize[] Of(int rows) => [new(rows / 100), new(rows / 10), new(rows)];
}
