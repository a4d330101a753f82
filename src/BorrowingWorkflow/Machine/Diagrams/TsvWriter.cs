using System.Text;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine.Diagrams;

/// <summary>The whole status × trigger matrix as tab-separated text.</summary>
internal static class TsvWriter
{
    private const Actors Accepted = Actors.Partner | Actors.System;

    public static string Write(TransitionTable table)
    {
        var text = new StringBuilder("status\ttrigger\tverdict\tto\tclause\n");
        foreach (var status in Enum.GetValues<BorrowingStatus>())
        {
            foreach (var trigger in Enum.GetValues<Trigger>())
            {
                text.AppendJoin("", Lines(table, status, trigger).Distinct());
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(TransitionTable table, BorrowingStatus status, Trigger trigger)
    {
        var cell = table.Cell(status, trigger);
        if (cell.IsEmpty)
        {
            var verdict = (table.ActorsOf(trigger) & Accepted) != 0 ? Verdict.OutOfSequence : Verdict.Refused;
            return status == BorrowingStatus.None ? [] : [$"{status}\t{trigger}\t{verdict}\t{status}\t\n"];
        }

        return cell.ToArray().Select(row => $"{Name(status)}\t{trigger}\t{Verdict.Applied}\t{Outcome(row)}\t{row.Clause}\n");
    }

    private static string Name(BorrowingStatus status) => status == BorrowingStatus.None ? "(none)" : status.ToString();

    private static string Outcome(CompiledTransition row) => row switch
    {
        { NamesNoStatus: false } => row.To.ToString(),
        { Restores: Memory.None } => row.Row.Target,
        _ => "^",
    };
}
