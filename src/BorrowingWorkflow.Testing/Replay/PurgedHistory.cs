using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>
/// What can be said of a history whose data a purge took: whether the clauses that were applied are there, for this status, trigger and
/// actor, and lead where they led; and whether what was refused is not simply allowed.
/// </summary>
internal static class PurgedHistory
{
    public static string Sentence(HistoryDocument history) =>
        $"{history.Name}: a purge took the data of {history.Request}; of its {history.Steps.Count} inputs only the clauses were checked, "
        + "not guards, effects, deadlines or the rota.";

    public static IEnumerable<ReplayDifference> Check(HistoryDocument history, TransitionTable table) =>
        from step in history.Steps
        let fault = step.Outcome.Verdict switch
        {
            Verdict.Applied => Missing(step, table),
            Verdict.Refused when step.Partner is null => Allowed(step, table),
            _ => null,
        }
        where fault is not null
        select HistoryReplay.Difference(history, step, fault.Value.Clause, HistoryComparison.Headline(step.Outcome), fault.Value.Is, follows: false);

    private static (string? Clause, string Is)? Missing(HistoryStep step, TransitionTable table)
    {
        foreach (var clause in step.Outcome.Clause?.Split('+') ?? [])
        {
            CompiledTransition[] rows = [.. Candidates(step, table).Where(row => row.Clause == clause && (row.Actors & step.By.AsSet()) != 0)];
            if (rows.Length == 0)
            {
                return (clause, $"not possible: {clause} is not for that");
            }

            if (step.AndThen is null && !rows.Any(row => row.NamesNoStatus || row.To == step.Outcome.To))
            {
                return (clause, $"{clause} to {string.Join(" or ", rows.Select(row => row.To.Label()).Distinct(StringComparer.Ordinal))}");
            }
        }

        return null;
    }

    private static IEnumerable<CompiledTransition> Candidates(HistoryStep step, TransitionTable table) => step.AndThen is { } then
        ? BorrowingStatusExtensions.All.SelectMany(status => table.Cell(status, then).ToArray())
            .Concat(table.Cell(step.Outcome.From, step.Trigger).ToArray())
        : table.Cell(step.Outcome.From, step.Trigger).ToArray();

    private static (string? Clause, string Is)? Allowed(HistoryStep step, TransitionTable table)
    {
        foreach (var row in table.Cell(step.Outcome.From, step.Trigger))
        {
            if ((row.Actors & step.By.AsSet()) != 0 && row.When == Guards.Always && row.Restores == Memory.None)
            {
                return (row.Clause, $"{row.Clause} to {row.To.Label()}");
            }
        }

        return null;
    }
}
