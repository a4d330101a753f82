using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Docs;

/// <summary>The code of docs/machine.md.</summary>
public class MachinePageTests
{
    [Fact]
    public void The_machine_answers()
    {
        #region docs:ask
        var facts = GuardFacts.AnotherPending;

        var can = BorrowingMachine.CanFire(BorrowingStatus.RequestSentToPartner, Trigger.PartnerRejected, Actor.Partner, facts);
        var next = BorrowingMachine.Next(BorrowingStatus.RequestSentToPartner, Trigger.PartnerRejected, Actor.Partner, facts);
        var permitted = BorrowingMachine.Permitted(BorrowingStatus.ReturnedItemToPartner, Actor.Staff, facts);
        #endregion

        Assert.True(can);
        Assert.Equal(BorrowingStatus.ReadyToBeSent, next);
        Assert.Contains(Trigger.UndoReturn, permitted);
    }

    [Fact]
    public void The_table_can_be_read()
    {
        var lines = new StringWriter();

        #region docs:read
        foreach (var clause in BorrowingMachine.Transitions.Where(clause => clause.Triggers.Contains(Trigger.PartnerUnshipped)))
        {
            lines.WriteLine($"{clause.Clause}: if {clause.Guard}, then {clause.Target}: {clause.Effects}");
        }
        #endregion

        Assert.StartsWith("SH-3: if another entry is pending, then ReadyToBeSent: MarkEntry(Rejected), ", lines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_can_have_a_machine_of_its_own()
    {
        #region docs:embed
        var status = BorrowingStatus.ReturnedItemToPartner;
        var context = new MachineContext(Actor.Staff, GuardFacts.None, Restored: BorrowingStatus.LoanedItemToPatron);

        var machine = BorrowingMachine.CreateStateless(() => status, next => status = next, () => context);
        machine.Fire(Trigger.UndoReturn);
        #endregion

        Assert.Equal(BorrowingStatus.LoanedItemToPatron, status);
    }

    [Fact]
    public void The_machine_can_be_drawn()
    {
        #region docs:draw
        var picture = BorrowingMachine.ToMermaid();
        var way = BorrowingMachine.ToMermaid(
            [BorrowingStatus.LocateInProcess, BorrowingStatus.ReadyToBeSent, BorrowingStatus.RequestSentToPartner]);
        #endregion

        Assert.StartsWith("flowchart", picture, StringComparison.Ordinal);
        Assert.Contains("ReadyToBeSent ==>|\"2\"| RequestSentToPartner", way, StringComparison.Ordinal);
    }
}
