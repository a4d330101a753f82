using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Tests.Clauses;

namespace BorrowingWorkflow.Tests.Engine;

public sealed class DecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    private static readonly DecisionContext Context = new()
    {
        Table = TransitionTable.Default,
        Machines = MachinePool.Default,
        Options = new(),
        Calendar = new WorkCalendar(),
        Now = Now,
        Partners = new Dictionary<string, Partner>(),
    };

    [Fact]
    public void Deadlines_stand_with_the_earliest_first_and_one_of_a_kind()
    {
        var decision = ADecision(new());

        decision.Arm(DeadlineKind.DueDate, Now.AddDays(3));
        decision.Arm(DeadlineKind.HoldExpiry, Now.AddDays(5));
        decision.Arm(DeadlineKind.PartnerExpiry, Now.AddDays(1));
        decision.Arm(DeadlineKind.DueDate, Now.AddDays(2));

        Assert.Equal([DeadlineKind.PartnerExpiry, DeadlineKind.DueDate, DeadlineKind.HoldExpiry], decision.Request.Deadlines.Select(deadline => deadline.Kind));
        Assert.Equal(Now.AddDays(2), decision.Request.Deadlines[1].At);
        decision.Disarm(DeadlineKind.DueDate);
        Assert.Equal([DeadlineKind.PartnerExpiry, DeadlineKind.HoldExpiry], decision.Request.Deadlines.Select(deadline => deadline.Kind));
    }

    [Fact]
    public void Deadlines_that_no_clause_takes_up_in_the_status_fall()
    {
        Deadline[] all = [new(DeadlineKind.Retention, Now), new(DeadlineKind.PartnerExpiry, Now.AddDays(1)), new(DeadlineKind.HoldExpiry, Now.AddDays(2))];

        Assert.Equal([all[1]], Deadlines.Standing(TransitionTable.Default, BorrowingStatus.RequestSentToPartner, all));
        Assert.Equal([all[2]], Deadlines.Standing(TransitionTable.Default, BorrowingStatus.PhysicallyReceivedByLibrary, all));
        Assert.Equal([all[0]], Deadlines.Standing(TransitionTable.Default, BorrowingStatus.RequestCompleted, all));
        Assert.Empty(Deadlines.Standing(TransitionTable.Default, BorrowingStatus.LocateInProcess, all));
        Assert.Equal([all[1], all[1]], Deadlines.Standing(TransitionTable.Default, BorrowingStatus.RequestSentToPartner, [all[1], all[0], all[1], all[2]]));
    }

    [Fact]
    public void A_deadline_that_fires_is_gone_even_where_nothing_comes_of_it()
    {
        var fired = new Deadline(DeadlineKind.HoldExpiry, Now);
        var decision = ADecision(new() { Deadlines = [fired, new(DeadlineKind.DueDate, Now.AddDays(1))] }, Context with { Fires = fired });
        Kept.Note(decision, Verdict.Refused);
        Assert.Equal([DeadlineKind.DueDate], decision.Request.Deadlines.Select(deadline => deadline.Kind));
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void A_retention_that_fires_too_early_stands_again_until_its_end(int days, bool stands)
    {
        var fired = new Deadline(DeadlineKind.Retention, Now);
        var request = new BorrowingRequest { Status = BorrowingStatus.RequestCompleted, EnteredAt = Now.AddDays(-30), Deadlines = [fired] };
        Kept.Note(ADecision(request, Context with { Fires = fired, Options = new() { Retention = TimeSpan.FromDays(days) } }), Verdict.Refused);
        Assert.Equal(stands ? [new(DeadlineKind.Retention, Now.AddDays(1))] : [], request.Deadlines);
    }

    [Fact]
    public void An_outcome_is_of_the_send_that_it_names_else_of_the_last()
    {
        var entry = new RotaEntry("CSUN") { FirstSend = "a", LastSend = "b", UnknownSends = ["a", "b"] };
        WorkflowInput input = new() { Request = "R1", Trigger = Trigger.SendFailed, By = Actor.System, MessageId = "m", Data = new() { Outcome = SendOutcome.NotDelivered } };

        Assert.Equal("b", KnownSends.Of(new(new(), input, Context), entry));
        Assert.Equal("a", KnownSends.Of(new(new(), input with { Data = new() { Effect = "a" } }, Context), entry));
    }

    [Fact]
    public void An_entry_keeps_its_reason_until_another_is_given()
    {
        var decision = ADecision(new() { Rota = [new("CSUN") { State = EntryState.Active, Reason = "In use" }], ActiveEntry = 0 });

        decision.MarkEntry(EntryState.Skipped);
        Assert.Equal((EntryState.Skipped, "In use"), (decision.Request.Rota[0].State, decision.Request.Rota[0].Reason));

        decision.MarkEntry(EntryState.Rejected, "Lost");
        Assert.Equal((EntryState.Rejected, "Lost"), (decision.Request.Rota[0].State, decision.Request.Rota[0].Reason));
    }

    [Fact]
    public void A_decision_without_an_entry_marks_none()
    {
        var decision = ADecision(new() { Rota = [new("CSUN")] });
        decision.MarkEntry(EntryState.Skipped);
        Assert.Equal(EntryState.Pending, decision.Request.Rota[0].State);
    }

    [Fact]
    public void After_a_completion_a_clause_means_the_entry_that_was_active_before_it()
    {
        var closed = new BorrowingRequest
        {
            Status = BorrowingStatus.RequestCompleted,
            Rota = [new("CSUN"), new("CSUF") { State = EntryState.Rejected }, new("SJSU") { State = EntryState.Rejected }],
            BeforeClose = new(BorrowingStatus.WillSupply) { ActiveEntry = 1 },
        };

        Assert.Equal(1, ADecision(closed).Concerned);
        closed.Status = BorrowingStatus.Expired;
        Assert.Equal(2, ADecision(closed).Concerned);
        closed.ActiveEntry = 0;
        Assert.Equal(0, ADecision(closed).Concerned);
    }

    [Fact]
    public void What_is_decided_is_collected()
    {
        var decision = ADecision(new());
        decision.Withdrawn.Add("a");
        decision.Withdrawn.Add("b");
        decision.Records.Add("one");
        decision.Records.Add("two");

        Assert.Equal(["a", "b"], decision.AllWithdrawn);
        Assert.Equal(["one", "two"], decision.AllRecords);
        Assert.Empty(decision.AllSettled);
    }

    [Fact]
    public void A_machine_that_is_not_of_the_table_is_found_out()
    {
        var row = TransitionTable.Default.Rows.Single(row => row.Clause == "ME-4");
        var other = new TransitionTable(Mutant.Of(row).Single(mutant => mutant.What.StartsWith("leads to", StringComparison.Ordinal)).Rows);
        var request = new BorrowingRequest { Id = "R1", Library = "SDSU", Status = BorrowingStatus.Created };
        var input = new WorkflowInput { Request = "R1", Trigger = Trigger.AddNote, By = Actor.Staff, MessageId = "m", Data = new() { Text = "?" } };

        var fault = Assert.Throws<InvalidOperationException>(() => Decider.Decide(request, input, Context with { Machines = new(other) }));

        Assert.StartsWith("Clause ME-4 leads to Created, but the state machine went to ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_effect_is_named_with_its_id() =>
        Assert.Equal("NotifyPatron(Arrived) R1/3/1", new Effect("R1/3/1", "R1", EffectKind.NotifyPatron) { Detail = "Arrived" }.ToString());

    private static Decision ADecision(BorrowingRequest request, DecisionContext? context = null) =>
        new(request, new() { Request = "R1", Trigger = Trigger.AddNote, By = Actor.Staff, MessageId = "m" }, context ?? Context);
}
