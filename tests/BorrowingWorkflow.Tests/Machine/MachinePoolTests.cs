using BorrowingWorkflow.Machine;
using CsCheck;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Machine;

public class MachinePoolTests
{
    [Fact]
    [Clause("SE-1")]
    public void Firing_leads_where_the_clause_says() =>
        Assert.Equal(RequestSentToPartner, MachinePool.Default.Fire(ReadyToBeSent, Trigger.Sent, Actors.System, GuardFacts.AboutActiveSend, None));

    [Fact]
    [Clause("CA-13")]
    public void A_clause_that_restores_leads_to_the_status_that_is_told() =>
        Assert.Equal(WillSupply, MachinePool.Default.Fire(WaitingForCancelResponse, Trigger.PartnerRefusedCancel, Actors.Partner, GuardFacts.None, WillSupply));

    [Fact]
    [Clause("IN-8")]
    public void An_import_leads_to_the_status_that_is_told() =>
        Assert.Equal(OverdueRequest, MachinePool.Default.Fire(None, Trigger.Import, Actors.System, GuardFacts.None, OverdueRequest));

    [Fact]
    [Clause("ME-4")]
    public void A_clause_that_keeps_the_status_keeps_it() =>
        Assert.Equal(Expired, MachinePool.Default.Fire(Expired, Trigger.AddNote, Actors.Staff, GuardFacts.None, None));

    [Fact]
    public void What_no_clause_allows_throws_and_the_next_fire_is_well()
    {
        var pool = new MachinePool(TransitionTable.Default);

        Assert.Throws<InvalidOperationException>(() => pool.Fire(Created, Trigger.Sent, Actors.System, GuardFacts.None, None));

        Assert.Equal(LocateInProcess, pool.Fire(Created, Trigger.Locate, Actors.Staff, GuardFacts.None, None));
    }

    [Fact]
    public void A_machine_is_configured_once_and_fired_again()
    {
        var pool = new MachinePool(TransitionTable.Default);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Fire();
        var configured = GC.GetAllocatedBytesForCurrentThread() - before;

        Fire();
        before = GC.GetAllocatedBytesForCurrentThread();
        Fire();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, configured / 5);

        void Fire() => pool.Fire(Created, Trigger.Locate, Actors.Staff, GuardFacts.None, None);
    }

    [Fact]
    public void Firing_agrees_with_the_look_up_for_all_actors_and_facts()
    {
        Gen.Select(Draw.Status, Draw.Trigger, Draw.Actor, Draw.Facts).Sample(
            (status, trigger, actor, facts) =>
            {
                var found = TransitionTable.Default.Find(status, trigger, actor.AsSet(), facts);
                if (found is null)
                {
                    return;
                }

                var fired = MachinePool.Default.Fire(status, trigger, actor.AsSet(), facts, Conditional);
                Assert.Equal(found.NamesNoStatus ? Conditional : found.To, fired);
            },
            iter: 50_000);
    }

    [Fact]
    public void Threads_do_not_see_each_other()
    {
        var pool = new MachinePool(TransitionTable.Default);

        Parallel.For(0, 20_000, round =>
        {
            var (from, trigger, to) = (round % 3) switch
            {
                0 => (Created, Trigger.CancelByStaff, CancelledByStaff),
                1 => (PhysicallyReceivedByLibrary, Trigger.Loan, LoanedItemToPatron),
                _ => (ReturnedItemToPartner, Trigger.PartnerCheckedIn, RequestCompleted),
            };
            Assert.Equal(to, pool.Fire(from, trigger, Actors.Staff, GuardFacts.None, None));
        });
    }
}
