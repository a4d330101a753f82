using BorrowingWorkflow.Benchmarks.ByHand;
using BorrowingWorkflow.PostgreSql;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>
/// A term through the engine into PostgreSQL, against what a team would write by hand with Entity Framework Core and Stateless: the same
/// inputs, as many rows of history and outbox, in the same server.
/// </summary>
internal static class ByHandBenchmark
{
    public static async Task RunAsync(int rounds)
    {
        await using var server = await BenchmarkServer.StartServerAsync();
        var (ours, theirs) = (await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync());
        var inputs = Term.Read(copies: 2);
        var effects = (await SaveRecorder.RecordAsync(inputs)).ToDictionary(save => (save.Request.Id, save.Event.Partner ?? "", save.Event.MessageId), save => save.Effects);
        await using var store = new PostgreSqlWorkflowStore(ours);
        await store.FindAsync("none");
        var engine = Term.Engine(store);
        foreach (var isTuned in (bool[])[false, true])
        {
            await using var hand = new HandWorkflow(theirs, isTuned);
            await hand.CreateAsync();
            foreach (var callers in (int[])[1, 16, 64])
            {
                var shares = Shares.Of(inputs, callers, static input => input.Request);
                var (mine, other) = await Measure.InTurnsAsync(
                    rounds,
                    () => Shares.RunAsync(shares, (share, _) => Term.ReplayAsync(engine, share)),
                    () => Shares.RunAsync(shares, async (share, _) =>
                    {
                        foreach (var input in share)
                        {
                            await hand.TakeAsync(input, effects.GetValueOrDefault((input.Request, input.Partner ?? "", input.MessageId)) ?? []);
                        }
                    }),
                    async () =>
                    {
                        await BenchmarkServer.EmptyAsync(ours);
                        await BenchmarkServer.RunAsync(theirs, "TRUNCATE \"Requests\", \"Events\", \"Effects\"");
                    });
                Measure.Print(
                    $"{inputs.Count} inputs, {callers} callers",
                    $"{inputs.Count / mine.TotalSeconds:0}/s, by hand{(isTuned ? ", tuned" : "")} {inputs.Count / other.TotalSeconds:0}/s: {other / mine:0.0} times",
                    "2 times",
                    other / mine >= 2);
            }
        }
    }
}
