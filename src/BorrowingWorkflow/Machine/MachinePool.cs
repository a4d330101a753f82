using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine;

/// <summary>
/// Fires a table's clauses by Stateless. Configuring a machine is dear and firing it is not safe for two threads,
/// so machines are kept, and each is rented for one fire. One that threw is thrown away. Safe for any number of threads.
/// </summary>
internal sealed class MachinePool(TransitionTable table)
{
    // More threads than this at one moment make machines that are not kept.
    private readonly PooledMachine?[] _kept = new PooledMachine?[Environment.ProcessorCount * 2];

    /// <summary>Machines of the table as the specification has it.</summary>
    public static MachinePool Default { get; } = new(TransitionTable.Default);

    /// <summary>The status that the trigger leads to.</summary>
    /// <param name="from">The status before.</param>
    /// <param name="trigger">What happens.</param>
    /// <param name="actor">Who fires.</param>
    /// <param name="facts">The facts that hold.</param>
    /// <param name="restored">Where a clause with <c>^</c> goes back to, or the imported status.</param>
    /// <exception cref="InvalidOperationException">No clause lets the actor fire the trigger under these facts.</exception>
    public BorrowingStatus Fire(BorrowingStatus from, Trigger trigger, Actors actor, GuardFacts facts, BorrowingStatus restored)
    {
        var machine = Rent();
        var to = machine.Fire(from, trigger, new(actor, facts, restored));
        Return(machine);
        return to;
    }

    private PooledMachine Rent()
    {
        for (var slot = 0; slot < _kept.Length; slot++)
        {
            if (Volatile.Read(ref _kept[slot]) is { } machine && Interlocked.CompareExchange(ref _kept[slot], null, machine) == machine)
            {
                return machine;
            }
        }

        return new(table);
    }

    private void Return(PooledMachine machine)
    {
        for (var slot = 0; slot < _kept.Length; slot++)
        {
            if (Volatile.Read(ref _kept[slot]) is null && Interlocked.CompareExchange(ref _kept[slot], machine, null) is null)
            {
                return;
            }
        }
    }
}
