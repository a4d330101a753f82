using BorrowingWorkflow.Requests;
using Stateless;

namespace BorrowingWorkflow.Machine;

/// <summary>A configured machine with a cell of its own for the status and what its guards look at. One thread at a time.</summary>
internal sealed class PooledMachine
{
    private readonly StateMachine<BorrowingStatus, Trigger> _machine;
    private BorrowingStatus _status;
    private FiringContext _context;

    public PooledMachine(TransitionTable table)
    {
        _machine = new(() => _status, status => _status = status, FiringMode.Immediate);
        table.Apply(_machine, () => _context);
    }

    /// <summary>Fires, and returns the status that the machine is in then.</summary>
    /// <exception cref="InvalidOperationException">No clause fits. The machine is not to be used again.</exception>
    public BorrowingStatus Fire(BorrowingStatus from, Trigger trigger, FiringContext context)
    {
        (_status, _context) = (from, context);
        _machine.Fire(trigger);
        return _status;
    }
}
