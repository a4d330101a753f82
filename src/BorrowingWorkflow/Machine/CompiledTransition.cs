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
    /// <summary>The clause, who may fire it and on what condition: the name of its guard.</summary>
    public string GuardName { get; } = When == Guards.Always ? $"{Clause} by {Actors}" : $"{Clause} by {Actors}: {When}";

    /// <summary>True where actor and facts fit.</summary>
    public bool Fits(Actors actor, GuardFacts facts) => (Actors & actor) != 0 && When.Holds(facts);

    /// <summary>True where the destination is told from outside: a remembered status, or the imported one.</summary>
    public bool NamesNoStatus => Restores != Memory.None || Row.To.Kind == TargetKind.Imported;

    /// <summary>True where some actor and some facts, whether they can hold together or not, fit both.</summary>
    public bool Overlaps(CompiledTransition other)
    {
        var both = When & other.When;
        return (Actors & other.Actors) != 0 && (both.Required & both.Forbidden) == 0;
    }
}
