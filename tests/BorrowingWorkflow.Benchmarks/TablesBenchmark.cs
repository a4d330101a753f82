using System.Diagnostics;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Sqlite;
using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>The daily checks, the anomaly scan and what an input costs, over tables of several sizes in SQLite.</summary>
internal static class TablesBenchmark
{
    public static async Task RunAsync(int rows)
    {
        using var folder = new ScratchFolder();
        var files = new List<string>();
        var stores = new List<(TableSize Size, SqliteWorkflowStore Store)>();
        foreach (var size in TableSize.Of(rows))
        {
            files.Add(folder.NewFile());
            await SqliteTable.WriteAsync(files[^1], TableRows.Of(size, DailyChecks.Now));
            stores.Add((size, new(files[^1])));
        }

        var (smallStore, largeStore, large) = (stores[1].Store, stores[2].Store, files[2]);
        await DailyChecks.MeasureAsync("daily checks", stores[1], stores[2]);

        var (scan, read) = await Measure.InTurnsAsync(3, () => ScanAsync(largeStore), () => ReadAsync(large));
        Measure.Print(
            $"anomaly scan of {rows}",
            $"{scan.TotalSeconds:0.00} s, just reading them {read.TotalSeconds:0.00} s: {read / scan:0.00} of the speed",
            "0.5",
            read / scan >= 0.5);

        var (little, much) = (await PeakAsync(() => ScanAsync(smallStore)), await PeakAsync(() => ScanAsync(largeStore)));
        Console.WriteLine($"peak working set of the scan: {little / 1048576} MiB of {rows / 10} requests, {much / 1048576} MiB of {rows}");
        await new InputGrowth([.. stores]).MeasureAsync("SQLite");
        foreach (var (_, store) in stores)
        {
            await store.DisposeAsync();
        }
    }

    private static async Task ScanAsync(SqliteWorkflowStore store)
    {
        var scan = new AnomalyScan(store, new WorkCalendar()) { Items = new InMemoryItemSource([("R0000000", ProcessType.Transit)]) };
        var findings = 0;
        await foreach (var _ in scan.FindAsync(DailyChecks.Now))
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
