using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine;

/// <summary>
/// A clause for one status and one trigger, with everything that it refers to written out: the steps of an "as SH-1",
/// and one of these for each outcome of an "as from …". The last array of all: nothing is looked up when it fires.
/// </summary>
internal sealed record CompiledTransition(
    string Clause,
    BorrowingStatus From,
    Trigger Trigger,
    Actors Actors,
    Guard When,
    BorrowingStatus To,
    Memory Restores,
    bool Stays,
    Step[] Steps,
    Transition Row)
{
    /// <summary>True where actor and facts fit.</summary>
    public bool Fits(Actors actor, GuardFacts facts) => (Actors & actor) != 0 && When.Holds(facts);
}
