using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>
/// Replays recorded histories on today's transition table, through the engine itself, and tells what comes out otherwise than it did.
/// </summary>
/// <remarks>
/// Safe for any number of threads. Every input is decided at its own time, in a store of the history's own; then each message is sent once
/// more, and must be known. Nothing is sent and no port is called.
/// </remarks>
public sealed class DefinitionReplay
{
    /// <summary>A calendar of the host's own, where histories were not decided by a <see cref="WorkCalendar"/>.</summary>
    /// <value>Null: each history's own.</value>
    public IWorkCalendar? Calendar { get; init; }

    /// <summary>Another table than today's; for tests.</summary>
    internal TransitionTable? Table { get; init; }

    /// <summary>Replays a history.</summary>
    /// <param name="history">What was recorded.</param>
    /// <param name="cancellationToken">Ends the replay.</param>
    public Task<ReplayReport> ReplayAsync(RecordedHistory history, CancellationToken cancellationToken = default) =>
        ReplayAsync([history], cancellationToken);

    /// <summary>Replays histories, each for itself.</summary>
    /// <param name="histories">What was recorded.</param>
    /// <param name="cancellationToken">Ends the replay.</param>
    /// <returns>Every difference; call <see cref="ReplayReport.EnsureUnchanged"/> on it to fail a test.</returns>
    public async Task<ReplayReport> ReplayAsync(IEnumerable<RecordedHistory> histories, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(histories);
        var (count, inputs) = (0, 0);
        List<ReplayDifference> differences = [];
        List<string> notChecked = [];
        foreach (var history in histories)
        {
            count++;
            inputs += history.Inputs;
            if (history.IsPurged)
            {
                differences.AddRange(PurgedHistory.Check(history.Document, Table ?? TransitionTable.Default));
                notChecked.Add(PurgedHistory.Sentence(history.Document));
            }
            else
            {
                differences.AddRange(await new HistoryReplay(history.Document, Calendar, Table).RunAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        return new() { Histories = count, Inputs = inputs, Differences = differences, NotChecked = notChecked };
    }
}
