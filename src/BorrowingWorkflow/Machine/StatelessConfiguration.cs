using BorrowingWorkflow.Requests;
using Stateless;
using Stateless.Reflection;

namespace BorrowingWorkflow.Machine;

/// <summary>
/// Writes a transition table into a Stateless machine: every status, every clause, synchronous pure named guards,
/// no actions and no parameterised triggers.
/// </summary>
internal static class StatelessConfiguration
{
    public static void Apply(this TransitionTable table, StateMachine<BorrowingStatus, Trigger> machine, Func<FiringContext> context)
    {
        BorrowingStatus Restored() => context().Restored;
        foreach (var status in Enum.GetValues<BorrowingStatus>())
        {
            var configuration = machine.Configure(status);
            foreach (var trigger in Enum.GetValues<Trigger>())
            {
                var cell = table.Cell(status, trigger);
                foreach (var row in cell)
                {
                    Permit(table, configuration, row, new(row, cell, context), Restored);
                }
            }
        }
    }

    private static void Permit(
        TransitionTable table,
        StateMachine<BorrowingStatus, Trigger>.StateConfiguration configuration,
        CompiledTransition row,
        ClauseGuard guard,
        Func<BorrowingStatus> restored)
    {
        if (row.NamesNoStatus)
        {
            configuration.PermitDynamicIf(row.Trigger, restored, guard.IsMet, row.GuardName, Destinations(table, row));
        }
        else if (row.To == row.From)
        {
            configuration.PermitReentryIf(row.Trigger, guard.IsMet, row.GuardName);
        }
        else
        {
            configuration.PermitIf(row.Trigger, row.To, guard.IsMet, row.GuardName);
        }
    }

    private static DynamicStateInfos Destinations(TransitionTable table, CompiledTransition row)
    {
        var infos = new DynamicStateInfos();
        foreach (var status in table.Destinations(row))
        {
            infos.Add(status, row.Restores == Memory.None ? "imported" : "remembered");
        }

        return infos;
    }
}
