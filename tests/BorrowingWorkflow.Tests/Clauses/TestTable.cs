using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>The transition table that scenes are decided by: the real one, unless a mutant is being tried.</summary>
internal static class TestTable
{
    private static readonly AsyncLocal<(TransitionTable Table, MachinePool Machines)?> Tried = new();

    public static TransitionTable Current => Tried.Value?.Table ?? TransitionTable.Default;

    public static MachinePool Machines => Tried.Value?.Machines ?? MachinePool.Default;

    /// <summary>Puts another table in place for what runs in this flow of control, until <see cref="Restore"/>.</summary>
    public static void Try(TransitionTable table) => Tried.Value = (table, new(table));

    public static void Restore() => Tried.Value = null;
}
