using BorrowingWorkflow.AspNetCore.Desk.Pictures;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>What the machine page shows.</summary>
/// <param name="Filter">Which clauses.</param>
/// <param name="Diagram">The picture.</param>
/// <param name="Clauses">The clauses.</param>
internal sealed record MachineModel(MachineFilter Filter, DiagramModel Diagram, IReadOnlyList<Transition> Clauses)
{
    /// <summary>What leads out of the status, by the table.</summary>
    public static IReadOnlyList<TableMove> Out(BorrowingStatus status) => [.. TableMove.All.Where(move => move.From == status)];

    /// <summary>What leads into the status.</summary>
    public static IReadOnlyList<TableMove> In(BorrowingStatus status) => [.. TableMove.All.Where(move => move.To == status)];
}
