using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>The daily checks over two tables with as many open requests. The target is the larger one's; the ratio tells whether it grows.</summary>
internal static class DailyChecks
{
    /// <summary>The moment of the checks, after which nothing in the tables has happened.</summary>
    public static readonly DateTimeOffset Now = new(2026, 12, 18, 17, 0, 0, TimeSpan.Zero);

    public static async Task MeasureAsync(string what, (TableSize Size, IWorkflowStore Store) small, (TableSize Size, IWorkflowStore Store) large)
    {
        // A desk asks a program that has been running for a while: its code has been compiled for good.
        for (var time = 0; time < 40; time++)
        {
            await CheckAsync(small.Store);
        }

        var (few, many) = await Measure.InTurnsAsync(15, () => CheckAsync(small.Store), () => CheckAsync(large.Store));
        Measure.Print(
            $"{what}, {large.Size.Open} open of {small.Size.Rows} and {large.Size.Rows}",
            $"{few.TotalMilliseconds:0.0} ms and {many.TotalMilliseconds:0.0} ms: {many / few:0.00} times",
            "under 50 ms",
            many.TotalMilliseconds < 50);
    }

    private static async Task CheckAsync(IWorkflowStore store)
    {
        var report = await new CheckRunner(store, store).RunAsync(new() { Policies = CheckPresets.Csu, Cadence = CheckCadence.Daily, Now = Now });
        if (report.Entries.Sum(entry => entry.Count) == 0)
        {
            throw new InvalidOperationException("The lists are empty.");
        }
    }
}
