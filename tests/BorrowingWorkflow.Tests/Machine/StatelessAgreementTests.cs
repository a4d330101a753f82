using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using CsCheck;
using Stateless;

namespace BorrowingWorkflow.Tests.Machine;

public class StatelessAgreementTests
{
    private BorrowingStatus _status = BorrowingStatus.Created;
    private MachineContext _context;

    [Fact]
    public void Every_status_is_configured() =>
        Assert.Equal(Enum.GetValues<BorrowingStatus>(), Machine().GetInfo().States.Select(state => (BorrowingStatus)state.UnderlyingState).Order());

    [Fact]
    public void Stateless_has_exactly_the_clauses_of_the_look_up_for_every_status_and_trigger()
    {
        var configured = Machine().GetInfo().States.ToDictionary(state => (BorrowingStatus)state.UnderlyingState);

        foreach (var status in Enum.GetValues<BorrowingStatus>())
        {
            foreach (var trigger in Enum.GetValues<Trigger>())
            {
                var wanted = TransitionTable.Default.Cell(status, trigger).ToArray().SelectMany(InWords).Order();
                var actual = configured[status].FixedTransitions.Where(transition => trigger.Equals(transition.Trigger.UnderlyingTrigger))
                    .Select(transition => $"{transition.GuardConditionsMethodDescriptions.Single().Description} -> {transition.DestinationState}")
                    .Concat(configured[status].DynamicTransitions.Where(transition => trigger.Equals(transition.Trigger.UnderlyingTrigger))
                        .SelectMany(transition => transition.PossibleDestinationStates.Select(possible =>
                            $"{transition.GuardConditionsMethodDescriptions.Single().Description} -> {possible.DestinationState}")))
                    .Order();
                Assert.Equal(wanted, actual);
            }
        }
    }

    [Fact]
    public void Stateless_permits_and_leads_where_the_look_up_does_for_all_actors_and_facts()
    {
        var machine = Machine();
        Gen.Select(Draw.Status, Draw.Trigger, Draw.Actor, Draw.Facts).Sample(
            (status, trigger, actor, facts) =>
            {
                (_status, _context) = (status, new(actor, facts, BorrowingStatus.WillSupply));
                Assert.Equal(BorrowingMachine.CanFire(status, trigger, actor, facts), machine.CanFire(trigger));
                if (machine.CanFire(trigger))
                {
                    machine.Fire(trigger);
                    Assert.Equal(BorrowingMachine.Next(status, trigger, actor, facts) ?? BorrowingStatus.WillSupply, _status);
                }
            },
            iter: 50_000,
            threads: 1);
    }

    [Fact]
    public void A_status_that_no_clause_names_is_said_to_be_remembered_or_imported()
    {
        Assert.Equal(["remembered"], Criteria(BorrowingStatus.ReturnedItemToPartner, Trigger.UndoReturn));
        Assert.Equal(["imported"], Criteria(BorrowingStatus.None, Trigger.Import));

        IEnumerable<string> Criteria(BorrowingStatus status, Trigger trigger) => Machine().GetInfo().States
            .Single(state => status.Equals(state.UnderlyingState)).DynamicTransitions
            .Where(transition => trigger.Equals(transition.Trigger.UnderlyingTrigger))
            .SelectMany(transition => transition.PossibleDestinationStates.Select(possible => possible.Criterion)).Distinct();
    }

    [Fact]
    public void Without_a_context_anybody_fires_and_no_fact_holds()
    {
        var status = BorrowingStatus.RequestSentToPartner;
        var machine = BorrowingMachine.CreateStateless(() => status, next => status = next);

        machine.Fire(Trigger.PartnerRejected);

        Assert.Equal(BorrowingStatus.RejectedByPartner, status);
        Assert.False(machine.CanFire(Trigger.DismissNote));
    }

    [Fact]
    public void A_clause_that_restores_is_not_permitted_where_nothing_is_remembered()
    {
        (_status, _context) = (BorrowingStatus.RequestCompleted, new(Actor.Staff, GuardFacts.None, BorrowingStatus.None));

        Assert.False(Machine().CanFire(Trigger.Reactivate));
    }

    private static IEnumerable<string> InWords(CompiledTransition row) =>
        TransitionTable.Default.Destinations(row).Select(to => $"{row.GuardName} -> {to}");

    private StateMachine<BorrowingStatus, Trigger> Machine() =>
        BorrowingMachine.CreateStateless(() => _status, next => _status = next, () => _context);
}
