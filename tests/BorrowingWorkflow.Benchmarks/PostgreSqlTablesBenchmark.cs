using BorrowingWorkflow.PostgreSql;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>The daily checks, and what an input costs, over tables of several sizes in PostgreSQL.</summary>
internal static class PostgreSqlTablesBenchmark
{
    public static async Task RunAsync(int rows)
    {
        await using var server = await BenchmarkServer.StartServerAsync();
        var stores = new List<(TableSize Size, PostgreSqlWorkflowStore Store)>();
        foreach (var size in TableSize.Of(rows))
        {
            var database = await server.CreateDatabaseAsync();
            await PostgreSqlTable.WriteAsync(database, TableRows.Of(size, DailyChecks.Now));
            stores.Add((size, new(database)));
        }

        await DailyChecks.MeasureAsync("daily checks", stores[1], stores[2]);

        // The first change of a page after a checkpoint writes the whole page to the log. On a real day most pages that an input touches
        // have not changed since the last checkpoint; here a small table's pages soon have and a large one's not. So the two are told apart.
        var growth = new InputGrowth([.. stores]);
        await growth.MeasureAsync("PostgreSQL after a checkpoint", () => BenchmarkServer.RunAsync(server.ConnectionString, "CHECKPOINT"));
        await growth.WriteToAllAsync();
        await growth.MeasureAsync("PostgreSQL, pages written before");

        // What was changed since the last vacuum is looked up in the table: the index alone no longer tells that a row is there.
        await DailyChecks.MeasureAsync("the same, not vacuumed since", stores[1], stores[2]);
        foreach (var (_, store) in stores)
        {
            await store.DisposeAsync();
        }
    }
}
