using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>Which clocks run in which status: a deadline stands where some clause takes its trigger from the system.</summary>
internal static class Deadlines
{
    /// <summary>What the workflow does when the deadline is due.</summary>
    public static Trigger TriggerOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.PartnerExpiry => Trigger.PartnerExpired,
        DeadlineKind.CancelResponse => Trigger.CancelUnanswered,
        DeadlineKind.HoldExpiry => Trigger.HoldExpired,
        DeadlineKind.DueDate => Trigger.DueDatePassed,
        _ => Trigger.Purge,
    };

    /// <summary>Those of the deadlines that stand in the status.</summary>
    public static IReadOnlyList<Deadline> Standing(TransitionTable table, BorrowingStatus status, IReadOnlyList<Deadline> deadlines)
    {
        List<Deadline>? standing = null;
        for (var index = 0; index < deadlines.Count; index++)
        {
            if (Stands(table, status, deadlines[index].Kind))
            {
                standing?.Add(deadlines[index]);
            }
            else
            {
                standing ??= [.. deadlines.Take(index)];
            }
        }

        return standing ?? deadlines;
    }

    private static bool Stands(TransitionTable table, BorrowingStatus status, DeadlineKind kind)
    {
        foreach (var clause in table.Cell(status, TriggerOf(kind)))
        {
            if ((clause.Actors & Actors.System) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
