using BorrowingWorkflow.AspNetCore.Desk.Pictures;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>What the machine page shows.</summary>
/// <param name="Filter">Which clauses.</param>
/// <param name="Diagram">The picture.</param>
/// <param name="Clauses">The clauses, those of other pages too.</param>
/// <param name="AskedPage">The page that was asked for, from 1; there need not be one.</param>
internal sealed record MachineModel(MachineFilter Filter, DiagramModel Diagram, IReadOnlyList<Transition> Clauses, int AskedPage)
{
    private const int PageSize = 15;

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Clauses.Count + PageSize - 1) / PageSize);

    /// <summary>The page that is shown, from 1.</summary>
    public int Page => Math.Clamp(AskedPage, 1, Pages);

    /// <summary>The clauses of the page.</summary>
    public IEnumerable<Transition> Shown => Clauses.Skip((Page - 1) * PageSize).Take(PageSize);

    /// <summary>What leads out of the status, by the table.</summary>
    public static IReadOnlyList<TableMove> Out(BorrowingStatus status) => [.. TableMove.All.Where(move => move.From == status)];

    /// <summary>What leads into the status.</summary>
    public static IReadOnlyList<TableMove> In(BorrowingStatus status) => [.. TableMove.All.Where(move => move.To == status)];
}
