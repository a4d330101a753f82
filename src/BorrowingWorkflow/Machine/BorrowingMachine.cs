using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine;

/// <summary>
/// The borrowing state machine, to ask: what is permitted, where does a trigger lead, who may fire it.
/// Every member is pure, allocates nothing unless it says so, and is safe for any number of threads.
/// </summary>
public static partial class BorrowingMachine
{
    /// <summary>The transition table, clause by clause, in the order in which clauses are tried.</summary>
    public static IReadOnlyList<Transition> Transitions => TransitionTable.Default.Rows;

    /// <summary>True where some clause lets the actor fire the trigger in the status under these facts.</summary>
    public static bool CanFire(BorrowingStatus status, Trigger trigger, Actor actor, GuardFacts facts) =>
        TransitionTable.Default.Find(status, trigger, actor.AsSet(), facts) is not null;

    /// <summary>True where some clause lets the actor fire the trigger in the status, under facts yet unknown.</summary>
    public static bool MayFire(BorrowingStatus status, Trigger trigger, Actor actor)
    {
        foreach (var clause in TransitionTable.Default.Cell(status, trigger))
        {
            if ((clause.Actors & actor.AsSet()) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The status that the trigger leads to, or null where no clause applies or where the clause names none: it restores a remembered status or imports.</summary>
    public static BorrowingStatus? Next(BorrowingStatus status, Trigger trigger, Actor actor, GuardFacts facts) =>
        TransitionTable.Default.Find(status, trigger, actor.AsSet(), facts) is { NamesNoStatus: false } clause ? clause.To : null;

    /// <summary>The triggers that the actor may fire in the status under these facts.</summary>
    public static TriggerSet Permitted(BorrowingStatus status, Actor actor, GuardFacts facts) =>
        TransitionTable.Default.Permitted(status, actor.AsSet(), facts);

    /// <summary>Everybody who may fire the trigger in some status.</summary>
    public static Actors ActorsOf(Trigger trigger) => TransitionTable.Default.ActorsOf(trigger);

    internal static Actors AsSet(this Actor actor) => (Actors)(1 << (int)actor);
}
