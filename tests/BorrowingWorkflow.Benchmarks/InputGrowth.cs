using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>
/// What an input costs, from load to durable save, in tables of several sizes: staff write to the partner of an open request, each time
/// of another one, taken from anywhere in the table. It writes to every table of the workflow.
/// </summary>
internal sealed class InputGrowth(IReadOnlyList<(TableSize Size, IWorkflowStore Store)> tables)
{
    private const int Inputs = 25;
    private const int Rounds = 61;

    private int _passes;

    /// <param name="on">What is measured.</param>
    /// <param name="before">What happens before each round, and is not timed.</param>
    public async Task MeasureAsync(string on, Func<Task>? before = null)
    {
        var medians = await Measure.InTurnsAsync(Rounds, [.. tables.Select(table => Writer(table.Size, table.Store, ++_passes))], before);
        var costs = medians.Select(median => median / Inputs).ToArray();
        var ratios = costs.Skip(1).Select(cost => cost / costs[0]).ToArray();
        Measure.Print(
            $"an input on {on}",
            $"{string.Join(", ", costs.Select((cost, index) => $"{cost.TotalMilliseconds:0.00} ms of {tables[index].Size.Rows}"))}: {string.Join(", ", ratios.Select(ratio => $"{ratio:0.00}"))} times",
            "1.15 times at most",
            ratios.Max() <= 1.15);
    }

    /// <summary>Writes once to each request that a measurement writes to.</summary>
    public async Task WriteToAllAsync()
    {
        foreach (var (size, store) in tables)
        {
            var write = Writer(size, store, ++_passes);
            for (var round = -1; round < Rounds; round++)
            {
                await write();
            }
        }
    }

    private static Func<Task> Writer(TableSize size, IWorkflowStore store, int pass)
    {
        // Each pass has the same draw: open requests in any order, none twice while there are enough.
        var requests = TableRows.OpenOf(size);
        new Random(42).Shuffle(requests);
        var (engine, next) = (Term.Engine(store), 0);
        return async () =>
        {
            for (var last = next + Inputs; next < last; next++)
            {
                await WriteAsync(engine, requests[next % requests.Length], $"{pass}/{next}");
            }
        };
    }

    private static async Task WriteAsync(IBorrowingWorkflow engine, RequestId request, string messageId)
    {
        var result = await Term.TakeAsync(engine, new()
        {
            Request = request,
            Trigger = Trigger.SendGeneralMessage,
            By = Actor.Staff,
            MessageId = messageId,
            At = DailyChecks.Now,
            Data = new() { Text = "Please send volume 2 as well." },
        });
        if (result.Verdict != Verdict.Applied)
        {
            throw new InvalidOperationException($"{request}: {result.Verdict}.");
        }
    }
}
