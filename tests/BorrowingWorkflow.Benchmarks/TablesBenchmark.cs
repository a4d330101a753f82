using System.Diagnostics;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Sqlite;
using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>The daily checks and the anomaly scan over a large table of which 20,000 requests are open.</summary>
internal static class TablesBenchmark
{
    private const int Open = 20_000;
    private static readonly DateTimeOffset Now = new(2026, 12, 18, 17, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(int rows)
    {
        using var folder = new ScratchFolder();
        var (small, large) = (folder.NewFile(), folder.NewFile());
        await TableRows.WriteAsync(small, rows / 10, Open, Now);
        await TableRows.WriteAsync(large, rows, Open, Now);
        await using var smallStore = new SqliteWorkflowStore(small);
        await using var largeStore = new SqliteWorkflowStore(large);

        var (few, many) = await Measure.InTurnsAsync(15, () => CheckAsync(smallStore), () => CheckAsync(largeStore));
        Measure.Print(
            $"daily checks, {Open} open of {rows / 10} and {rows}",
            $"{few.TotalMilliseconds:0.0} ms and {many.TotalMilliseconds:0.0} ms: {many / few:0.00} times",
            "under 50 ms, the same",
            many.TotalMilliseconds < 50);

        var (scan, read) = await Measure.InTurnsAsync(3, () => ScanAsync(largeStore), () => ReadAsync(large));
        Measure.Print(
            $"anomaly scan of {rows}",
            $"{scan.TotalSeconds:0.00} s, just reading them {read.TotalSeconds:0.00} s: {read / scan:0.00} of the speed",
            "0.5",
            read / scan >= 0.5);

        var (little, much) = (await PeakAsync(() => ScanAsync(smallStore)), await PeakAsync(() => ScanAsync(largeStore)));
        Console.WriteLine($"peak working set of the scan: {little / 1048576} MiB of {rows / 10} requests, {much / 1048576} MiB of {rows}");
    }

    private static async Task CheckAsync(SqliteWorkflowStore store)
    {
        var report = await new CheckRunner(store, store).RunAsync(new() { Policies = CheckPresets.Csu, Cadence = CheckCadence.Daily, Now = Now });
        if (report.Entries.Sum(entry => entry.Count) == 0)
        {
            throw new InvalidOperationException("The lists are empty.");
        }
    }

    private static async Task ScanAsync(SqliteWorkflowStore store)
    {
        var scan = new AnomalyScan(store, new WorkCalendar()) { Items = new InMemoryItemSource([("R0000000", ProcessType.Transit)]) };
        var findings = 0;
        await foreach (var _ in scan.FindAsync(Now))
        {
            findings++;
        }

        if (findings == 0)
        {
            throw new InvalidOperationException("Nothing was found.");
        }
    }

    private static async Task ReadAsync(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        await connection.OpenAsync();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM request";
        using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(values);
        }
    }

    private static async Task<long> PeakAsync(Func<Task> action)
    {
        GC.Collect();
        var peak = 0L;
        using var done = new CancellationTokenSource();
        var watching = Task.Run(
            async () =>
            {
                using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
                while (!done.IsCancellationRequested)
                {
                    peak = Math.Max(peak, Process.GetCurrentProcess().WorkingSet64);
                    await timer.WaitForNextTickAsync();
                }
            });
        await action();
        await done.CancelAsync();
        await watching;
        return peak;
    }
}
