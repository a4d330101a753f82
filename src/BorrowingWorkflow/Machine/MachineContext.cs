using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine;

/// <summary>
/// What a machine of <see cref="BorrowingMachine.CreateStateless"/> is told besides its status and the trigger.
/// The machine asks for it each time it looks at a guard.
/// </summary>
/// <param name="By">Who fires; null where it makes no difference, and then every clause's actor is the right one.</param>
/// <param name="Facts">The facts that hold; all others do not hold.</param>
/// <param name="Restored">
/// The status that a clause with <c>^</c> goes back to, or that an import names. <see cref="BorrowingStatus.None"/> where there is none:
/// such a clause is not permitted then.
/// </param>
public readonly record struct MachineContext(Actor? By, GuardFacts Facts, BorrowingStatus Restored);
