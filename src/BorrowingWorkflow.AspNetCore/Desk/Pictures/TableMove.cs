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
    public static IReadOnlyList<TableMove> All { get; } =
    [
        .. from row in TransitionTable.Default.Compiled
           where row.Trigger != Trigger.Import
           from to in TransitionTable.Default.Destinations(row)
           where to != row.From
           select new TableMove(row.From, row.Trigger, to, row.Clause, row.Actors, row.When, row.Restores),
    ];
}
