using System.Globalization;
using System.Text;
using BorrowingWorkflow.Testing.Stores.Model;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>
/// Runs random operations on a store and on <see cref="Storage.InMemoryWorkflowStore"/>, and compares every answer, and everything at the
/// end. A sequence that ends in a difference is made shorter, and told in words.
/// </summary>
/// <remarks>
/// The operations follow from <see cref="Seed"/>: saves right, stale and repeated, with effects, withdrawals, settlements and erasure;
/// leases and what becomes of them; lists, scans, history and the desk's log; restarts, and two views in turns where the store is
/// <see cref="StoreCapabilities.Shared"/>. Time is virtual: a run takes as long as the store takes to answer. Answers are compared as far
/// as the contract goes: what it leaves open, such as the order of a scan, is not held against a store.
/// </remarks>
/// <param name="open">Makes an empty storage; each sequence gets one of its own.</param>
public sealed class StoreModelRun(Func<StoreHarness> open)
{
    /// <summary>What the operations follow from.</summary>
    /// <value>20260901.</value>
    public int Seed { get; init; } = 20260901;

    /// <summary>How many operations there are. Fewer of the same seed are the first ones.</summary>
    /// <value>1000.</value>
    public int Steps { get; init; } = 1000;

    /// <summary>How many sequences are tried at most to make one that fails shorter; 0 leaves it as it is.</summary>
    /// <value>300.</value>
    public int ShrinkRuns { get; init; } = 300;

    /// <summary>For how long shorter sequences are tried: the shortest so far is told then.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan ShrinkTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Runs the operations.</summary>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ConformanceException">
    /// The store answered otherwise; the message has the seed, the step, both answers, the shortened sequence, and how to run it again.
    /// </exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var operations = RandomOperations.Of(Seed, Steps);
        if (await ModelTrial.RunAsync(open, operations, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        var shrinker = new Shrinker(some => ModelTrial.RunAsync(open, some, cancellationToken), ShrinkRuns, ShrinkTime);
        var shortest = ShrinkRuns > 0
            ? await shrinker.ShrinkAsync([.. operations.Take(found.Step)]).ConfigureAwait(false)
            : (operations, found);
        throw new ConformanceException(Tell(found, shortest?.Found));
    }

    private string Tell(Disagreement found, Disagreement? shortest)
    {
        var text = new StringBuilder();
        var step = found.Step > Steps ? "in the comparison at the end" : string.Create(CultureInfo.InvariantCulture, $"in step {found.Step}");
        text.Append(CultureInfo.InvariantCulture, $"with seed {Seed}, of {Steps} operations, the store answered otherwise than the reference {step}: {found.Lines[^1]}\n");
        Answers(found);
        if (shortest is null)
        {
            text.Append("The same operations went well on another storage: something else than the operations plays a part, such as the time or a race.\n");
        }
        else
        {
            text.Append("The shortest sequence that still fails, of those tried:\n");
            for (var i = 0; i < shortest.Lines.Count; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {i + 1}. {shortest.Lines[i]}\n");
            }

            Answers(shortest);
        }

        text.Append(CultureInfo.InvariantCulture, $"To run it again: await new {nameof(StoreModelRun)}(…) {{ {nameof(Seed)} = {Seed}, {nameof(Steps)} = {Steps} }}.{nameof(RunAsync)}();");
        return text.ToString();

        void Answers(Disagreement difference) => text.Append(CultureInfo.InvariantCulture, $"  expected: {difference.Expected}\n  got:      {difference.Got}\n");
    }
}
