using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>One way in which the table leads from a status to another one.</summary>
/// <param name="From">The status; none where there is no request yet.</param>
/// <param name="Trigger">What happens.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Clause">By which clause.</param>
/// <param name="Actors">Who may do it.</param>
/// <param name="When">On which condition.</param>
/// <param name="Restores">The memory that the destination is taken from; none where the clause names it.</param>
internal sealed record TableMove(BorrowingStatus From, Trigger Trigger, BorrowingStatus To, string Clause, Actors Actors, Guard When, Memory Restores)
{
    /// <summary>Every move of the table; a restored status stands for every one that can have been remembered. Imports are left out.</summary>
    public static IReadOnlyList<TableMove> All { get; } = [.. Read(TransitionTable.Default)];

    private static IEnumerable<TableMove> Read(TransitionTable table)
    {
        foreach (var status in Enum.GetValues<BorrowingStatus>())
        {
            foreach (var trigger in Enum.GetValues<Trigger>().Where(trigger => trigger != Trigger.Import))
            {
                foreach (var row in table.Cell(status, trigger).ToArray())
                {
                    foreach (var to in table.Destinations(row).Where(to => to != status))
                    {
                        yield return new(status, trigger, to, row.Clause, row.Actors, row.When, row.Restores);
                    }
                }
            }
        }
    }
}
