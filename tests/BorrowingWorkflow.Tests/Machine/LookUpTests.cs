using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using CsCheck;

namespace BorrowingWorkflow.Tests.Machine;

public class LookUpTests
{
    private static readonly GuardFacts[] SampleFacts =
    [
        GuardFacts.None, .. Draw.EveryFact, Draw.EveryFact.Aggregate((all, fact) => all | fact), (GuardFacts)ulong.MaxValue,
        (GuardFacts)0x5555_5555_5555_5555, (GuardFacts)0x3333_3333_3333_3333,
    ];

    [Fact]
    public void Every_status_trigger_actor_and_set_of_facts_has_an_answer()
    {
        foreach (var status in Enum.GetValues<BorrowingStatus>())
        {
            foreach (var actor in Enum.GetValues<Actor>())
            {
                foreach (var facts in SampleFacts)
                {
                    var permitted = BorrowingMachine.Permitted(status, actor, facts);
                    foreach (var trigger in Enum.GetValues<Trigger>())
                    {
                        var can = BorrowingMachine.CanFire(status, trigger, actor, facts);
                        Assert.Equal(can, permitted.Contains(trigger));
                        Assert.True(!can || BorrowingMachine.MayFire(status, trigger, actor));
                        Assert.True(can || BorrowingMachine.Next(status, trigger, actor, facts) is null);
                    }
                }
            }
        }
    }

    [Fact]
    public void Permitted_triggers_are_those_that_can_be_fired() =>
        Gen.Select(Draw.Status, Draw.Actor, Draw.Facts).Sample(
            (status, actor, facts) => Assert.Equal(
                Enum.GetValues<Trigger>().Where(trigger => BorrowingMachine.CanFire(status, trigger, actor, facts)),
                BorrowingMachine.Permitted(status, actor, facts)),
            iter: 5_000);

    [Fact]
    public void Whoever_some_clause_names_for_a_status_and_a_trigger_may_fire_and_nobody_else()
    {
        foreach (var (status, trigger) in from status in Enum.GetValues<BorrowingStatus>() from trigger in Enum.GetValues<Trigger>() select (status, trigger))
        {
            var named = BorrowingMachine.Transitions.Where(row => row.From.Contains(status) && row.Triggers.Contains(trigger))
                .Aggregate(Actors.None, (actors, row) => actors | row.Actors);
            Assert.All(Enum.GetValues<Actor>(), actor => Assert.Equal(named.HasFlag((Actors)(1 << (int)actor)), BorrowingMachine.MayFire(status, trigger, actor)));
        }
    }

    [Fact]
    public void A_clause_s_guard_is_named_by_clause_actors_and_condition()
    {
        Assert.Contains("FI-17 by Staff", Names(BorrowingStatus.RequestCompleted, Trigger.ScanIn));
        Assert.Contains("FI-16 by Staff: another entry of the rota has shipped", Names(BorrowingStatus.RequestSentToPartner, Trigger.AcceptLateShipment));

        static IEnumerable<string> Names(BorrowingStatus status, Trigger trigger) =>
            TransitionTable.Default.Cell(status, trigger).ToArray().Select(clause => clause.GuardName);
    }

    [Fact]
    public void A_guard_is_told_by_what_has_to_hold_and_what_must_not()
    {
        Assert.Equal("", Guards.Always.ToString());
        Assert.Equal(
            "rota exhausted, a condition stands, not: a retry stands",
            (Guards.ConditionStands & !Guards.RetryStands & !Guards.AnotherPending).ToString());
    }

    [Fact]
    public void Clauses_overlap_where_one_actor_and_one_set_of_facts_fit_both()
    {
        var clause = TransitionTable.Default.Cell(BorrowingStatus.RequestCompleted, Trigger.ScanIn)[0] with { Actors = Actors.Staff, When = Guards.Always };

        Assert.True(clause.Overlaps(clause with { Actors = Actors.Staff | Actors.Patron, When = Guards.NoteStands }));
        Assert.False(clause.Overlaps(clause with { Actors = Actors.Patron }));
        Assert.False((clause with { When = !Guards.NoteStands }).Overlaps(clause with { When = Guards.NoteStands }));
        Assert.True((clause with { When = Guards.NoteStands }).Overlaps(clause with { When = Guards.NoteStands & !Guards.MessageStands }));
    }

    [Fact]
    public void A_tombstone_takes_nothing_more() =>
        Assert.All(Enum.GetValues<Actor>(), actor => Assert.Empty(BorrowingMachine.Permitted(BorrowingStatus.Deleted, actor, GuardFacts.None)));

    [Fact]
    public void A_clause_that_names_no_status_has_no_next()
    {
        Assert.Null(BorrowingMachine.Next(BorrowingStatus.RequestCompleted, Trigger.Reactivate, Actor.Staff, GuardFacts.None));
        Assert.Null(BorrowingMachine.Next(BorrowingStatus.None, Trigger.Import, Actor.System, GuardFacts.None));
    }

    [Fact]
    public void Questions_allocate_nothing()
    {
        Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    private static int Ask()
    {
        var answers = 0;
        for (var status = BorrowingStatus.None; status <= BorrowingStatus.Deleted; status++)
        {
            for (var trigger = Trigger.Submit; trigger <= Trigger.Assign; trigger++)
            {
                answers += BorrowingMachine.CanFire(status, trigger, Actor.Staff, GuardFacts.AnotherPending) ? 1 : 0;
                answers += BorrowingMachine.MayFire(status, trigger, Actor.Partner) ? 1 : 0;
                answers += BorrowingMachine.Next(status, trigger, Actor.Partner, GuardFacts.ActiveMayHold) is null ? 1 : 0;
            }

            answers += BorrowingMachine.Permitted(status, Actor.Staff, GuardFacts.NoteStands).Count;
        }

        return answers;
    }
}
