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

        await DailyChecks.MeasureAsync(stores[1], stores[2]);
        await InputGrowth.MeasureAsync("PostgreSQL", DailyChecks.Now, [.. stores]);
        foreach (var (_, store) in stores)
        {
            await store.DisposeAsync();
        }
    }
}
