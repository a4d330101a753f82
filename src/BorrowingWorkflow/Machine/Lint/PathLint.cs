using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine.Lint;

/// <summary>Ways through the table: to every status, out of every status that is not final, and out of no other.</summary>
internal static class PathLint
{
    /// <summary>The clauses that lead out of a final status on purpose: the reopenings, and those that lead from one end to another.</summary>
    private static readonly HashSet<string> Leaving = ["FI-2", "FI-7", "FI-9", "FI-14", "FI-4", "FI-5", "FI-6", "CA-22"];

    public static IEnumerable<string> Check(TransitionTable table)
    {
        CompiledTransition[] moves = [.. table.Compiled.Where(row => row.NamesNoStatus || row.To != row.From)];
        return [.. Unreachable(moves), .. DeadEnds(moves), .. NotFinal(moves)];
    }

    private static IEnumerable<string> Unreachable(CompiledTransition[] moves)
    {
        // An import can lead anywhere, so it proves nothing.
        var reached = Spread([BorrowingStatus.None], moves, row => row.From, row => row.To);
        return BorrowingStatusExtensions.All.Where(status => !reached.Contains(status)).Select(status => $"{status} can't be reached.");
    }

    private static IEnumerable<string> DeadEnds(CompiledTransition[] moves)
    {
        // Complete leads out of everything, so it would hide a status that only staff can rescue.
        var ending = Spread(StatusGroups.Final, [.. moves.Where(row => row.Trigger != Trigger.Complete)], row => row.To, row => row.From);
        return StatusGroups.NotFinal.Where(status => !ending.Contains(status)).Select(status => $"{status} leads to no final status, Complete aside.");
    }

    private static IEnumerable<string> NotFinal(CompiledTransition[] moves) => moves
        .Where(row => row.From.IsFinal() && !Leaving.Contains(row.Clause))
        .Select(row => $"{row.Clause} leads out of {row.From}, which is final.");

    private static StatusSet Spread(
        StatusSet reached, CompiledTransition[] moves, Func<CompiledTransition, BorrowingStatus> from, Func<CompiledTransition, BorrowingStatus> to)
    {
        for (var count = -1; count != reached.Count;)
        {
            count = reached.Count;
            foreach (var row in moves.Where(row => !row.NamesNoStatus && reached.Contains(from(row))))
            {
                reached |= [to(row)];
            }
        }

        return reached;
    }
}
