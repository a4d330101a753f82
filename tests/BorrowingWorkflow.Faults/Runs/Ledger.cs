using System.Collections.Concurrent;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Faults.Checking;
using BorrowingWorkflow.Faults.Surroundings;
using BorrowingWorkflow.Faults.Wire;

namespace BorrowingWorkflow.Faults.Runs;

/// <summary>
/// Gives inputs to hosts until they are acknowledged, again and again under the same key, and keeps what was given and what was
/// acknowledged. Safe for any number of threads.
/// </summary>
internal sealed class Ledger(Fleet fleet, World world, Tally tally)
{
    /// <summary>What an input is counted as that a kill overtook.</summary>
    public const string Unanswered = "inputs unanswered by a killed host, given again";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<MessageKey, bool> _issued = new();
    private readonly ConcurrentQueue<Acknowledgement> _acknowledged = new();
    private readonly ConcurrentQueue<string> _unexpected = new();

    public IReadOnlySet<MessageKey> Issued => _issued.Keys.ToHashSet();

    public IReadOnlyList<Acknowledgement> Acknowledged => [.. _acknowledged];

    /// <summary>What hosts answered that no fault explains.</summary>
    public IReadOnlyList<string> Unexpected => [.. _unexpected];

    public async Task GiveAsync(WorkflowInput input, Random random)
    {
        _issued[input.Key] = true;
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var host = await fleet.AnyAsync(random);
            var answer = await host.AskAsync(Order.Decide, line => line with { Input = input });
            if (answer is { Word: Word.Decided })
            {
                _acknowledged.Enqueue(new(input.Key, answer.Verdict, answer.Status!.Value, answer.Version));
                tally.Count(answer.IsRepeat ? "inputs recognised as given before" : "inputs decided");
                world.Pass();
                tally.Acknowledge();
                return;
            }

            tally.Count(answer is null ? Unanswered : "inputs failed by the store, given again");
            if (answer is { Passes: false } || TimeProvider.System.GetElapsedTime(begun) > Patience)
            {
                _unexpected.Enqueue($"{input.Key}, {input.Trigger}: {answer?.Fault ?? "no answer"}");
                return;
            }

            await Task.Delay(BetweenTries, TimeProvider.System);
        }
    }
}
