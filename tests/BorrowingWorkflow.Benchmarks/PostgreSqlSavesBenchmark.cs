using BorrowingWorkflow.PostgreSql;
using BorrowingWorkflow.Relational;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>
/// The saves of a term into PostgreSQL, against a bare program that sends the very same statements with the same values: a connection for
/// each caller, each batch prepared beforehand, nothing serialised.
/// </summary>
internal static class PostgreSqlSavesBenchmark
{
    public static async Task RunAsync(int rounds)
    {
        await using var server = await BenchmarkServer.StartServerAsync();
        var database = await server.CreateDatabaseAsync();
        var plan = new SavePlan(new(PostgreSqlDialect.Instance));
        var saves = (await SaveRecorder.RecordAsync(Term.Read(copies: 2))).Select(save => (Save: save, Batch: new BareBatch(plan.Of(save)))).ToArray();
        await using var store = new PostgreSqlWorkflowStore(database);
        await store.FindAsync("none");
        foreach (var callers in (int[])[1, 16])
        {
            var shares = Shares.Of(saves, callers, static item => item.Save.Request.Id);
            await using var bare = await BareWriters.OpenAsync(database, callers);
            var (ours, other) = await Measure.InTurnsAsync(
                rounds,
                () => Shares.RunAsync(shares, async (share, _) =>
                {
                    foreach (var item in share)
                    {
                        await store.SaveAsync(item.Save);
                    }
                }),
                () => Shares.RunAsync(shares, async (share, caller) =>
                {
                    foreach (var item in share)
                    {
                        await bare.WriteAsync(caller, item.Batch);
                    }
                }),
                () => BenchmarkServer.EmptyAsync(database));
            Measure.Print(
                $"{saves.Length} saves, {callers} callers",
                $"{saves.Length / ours.TotalSeconds:0}/s, bare Npgsql {saves.Length / other.TotalSeconds:0}/s: {other / ours:0.00} of its speed",
                "0.8",
                other / ours >= 0.8);
        }
    }
}
