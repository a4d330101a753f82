using BorrowingWorkflow.Requests;
using Stateless;

namespace BorrowingWorkflow.Machine;

/// <content>A machine of Stateless's own, for hosts that embed or inspect one.</content>
public static partial class BorrowingMachine
{
    /// <summary>
    /// Makes a <see cref="StateMachine{TState, TTrigger}"/> with every clause of the table, to embed, to inspect
    /// (<see cref="StateMachine{TState, TTrigger}.GetInfo"/>) or to draw. It moves a status and nothing else: no effect, no history, no verdict.
    /// To work a request, use the workflow.
    /// </summary>
    /// <remarks>
    /// The machine fires at once (<see cref="FiringMode.Immediate"/>) and is for one thread at a time; making one costs some hundred kilobytes.
    /// Its guards call <paramref name="context"/> and look at nothing else; they are named by clause.
    /// Ask it by <c>CanFire</c>. Its synchronous <c>GetPermittedTriggers</c> and <c>PermittedTriggers</c> block on the thread pool:
    /// <see cref="Permitted"/> answers the same question here.
    /// </remarks>
    /// <param name="accessor">Reads the status.</param>
    /// <param name="mutator">Writes the status.</param>
    /// <param name="context">
    /// Tells who fires, under which facts, and which status is remembered. Null: anybody may fire, no fact holds and nothing is remembered,
    /// so clauses with a condition apply only where it is that something does not hold ("rota exhausted", "AfterCancel=Close"),
    /// and clauses with <c>^</c> do not apply.
    /// </param>
    /// <returns>A machine of its own for each call.</returns>
    public static StateMachine<BorrowingStatus, Trigger> CreateStateless(
        Func<BorrowingStatus> accessor, Action<BorrowingStatus> mutator, Func<MachineContext>? context = null)
    {
        ArgumentNullException.ThrowIfNull(accessor);
        ArgumentNullException.ThrowIfNull(mutator);

        var machine = new StateMachine<BorrowingStatus, Trigger>(accessor, mutator, FiringMode.Immediate);
        TransitionTable.Default.Apply(machine, () =>
        {
            var told = context?.Invoke() ?? default;
            return new(told.By?.AsSet() ?? Actors.All, told.Facts, told.Restored);
        });
        return machine;
    }
}
