using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>
/// What an input costs, from load to durable save, in tables of several sizes: staff write to the partner of an open request, each time
/// of another one, taken from anywhere in the table. It writes a row of every table but the search table, which it looks at.
/// </summary>
internal static class InputGrowth
{
    private const int Inputs = 250;
    private const int Rounds = 15;

    public static async Task MeasureAsync(string on, DateTimeOffset now, IReadOnlyList<(TableSize Size, IWorkflowStore Store)> tables)
    {
        var medians = await Measure.InTurnsAsync(Rounds, [.. tables.Select(Writer)]);
        var costs = medians.Select(median => median / Inputs).ToArray();
        var ratios = costs.Select(cost => cost / costs[0]).ToArray();
        Measure.Print(
            $"an input on {on}, of {string.Join(", ", tables.Select(table => table.Size.Rows))}",
            $"{string.Join(", ", costs.Select(cost => $"{cost.TotalMilliseconds:0.000}"))} ms: {string.Join(", ", ratios.Skip(1).Select(ratio => $"{ratio:0.00}"))} times",
            "1.15 times at most",
            ratios.Max() <= 1.15);

        Func<Task> Writer((TableSize Size, IWorkflowStore Store) table)
        {
            // The same draw for each table: open requests in any order, none twice while there are enough.
            var requests = TableRows.OpenOf(table.Size);
            new Random(42).Shuffle(requests);
            var (engine, next) = (Term.Engine(table.Store), 0);
            return async () =>
            {
                for (var last = next + Inputs; next < last; next++)
                {
                    await WriteAsync(engine, requests[next % requests.Length], $"message {next}", now);
                }
            };
        }
    }

    private static async Task WriteAsync(IBorrowingWorkflow engine, RequestId request, string messageId, DateTimeOffset now)
    {
        var result = await Term.TakeAsync(engine, new()
        {
            Request = request,
            Trigger = Trigger.SendGeneralMessage,
            By = Actor.Staff,
            MessageId = messageId,
            At = now,
            Data = new() { Text = "Please send volume 2 as well." },
        });
        if (result.Verdict != Verdict.Applied)
        {
            throw new InvalidOperationException($"{request}: {result.Verdict}.");
        }
    }
}
