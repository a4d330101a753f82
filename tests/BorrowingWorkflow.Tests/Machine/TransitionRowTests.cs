using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Machine;

public class TransitionRowTests
{
    [Fact]
    public void A_row_is_told_in_the_words_of_the_table()
    {
        Assert.Equal("FI-17: RequestCompleted --ScanIn--> =", Find("FI-17").ToString());
        Assert.Equal("as on PartnerAcceptedCancel", Find("CA-16").Target);
        Assert.Equal("^", Find("RE-3").Target);
        Assert.Equal("the imported status", Find("IN-8").Target);
    }

    [Fact]
    public void What_a_row_does_leaves_out_what_the_table_takes_for_granted()
    {
        var row = new Transition(
            "AA-1", [BorrowingStatus.Created], [Trigger.Assign], Actors.Staff, Guards.Always, Target.Stay,
            [new("one", _ => { }), new("", _ => { }), new("two", _ => { })], ClauseSource.Field);

        Assert.Equal("one, two", row.Effects);
    }

    [Theory]
    [InlineData(BorrowingStatus.ReturnedItemToPartner, Trigger.UndoReturn)]
    [InlineData(BorrowingStatus.RequestCompleted, Trigger.Reactivate)]
    public void What_is_restored_is_a_status_that_led_here(BorrowingStatus status, Trigger trigger)
    {
        var clause = TransitionTable.Default.Cell(status, trigger).ToArray().First(row => row.Restores != Memory.None);
        var before = BorrowingMachine.Transitions.Where(row => row.Target == status.ToString()).SelectMany(row => row.From)
            .Except([status, BorrowingStatus.None]).Order();

        Assert.NotEmpty(before);
        Assert.Equal(before, TransitionTable.Default.Destinations(clause).Order());
    }

    [Fact]
    public void Clauses_of_one_status_and_trigger_are_tried_in_the_order_of_the_table()
    {
        var table = new TransitionTable(
        [
            Row("AA-1", Trigger.Assign, Guards.NoteStands, Target.AsOn(Trigger.Purge)),
            Row("AA-2", Trigger.Assign, Guards.Always, Target.Stay),
            Row("AA-3", Trigger.Purge, Guards.Always, Target.To(BorrowingStatus.Deleted)),
        ]);

        Assert.Equal(["AA-1", "AA-2"], table.Cell(BorrowingStatus.Created, Trigger.Assign).ToArray().Select(clause => clause.Clause));

        static Transition Row(string clause, Trigger trigger, Guard when, Target to) =>
            new(clause, [BorrowingStatus.Created], [trigger], Actors.Staff, when, to, [], ClauseSource.Field);
    }

    private static Transition Find(string clause) => BorrowingMachine.Transitions.Single(row => row.Clause == clause);
}
