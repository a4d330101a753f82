using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>What the specification says beside the table: the order of the verdicts, who holds a request, deadlines and memories.</summary>
public class VerdictTests
{
    [Fact]
    public void Whoever_is_not_the_active_partner_changes_nothing_but_is_kept()
    {
        ARequest().In(RequestSentToPartner).Partner("SDLAW", Trigger.PartnerRejected).ShouldBeFromInactivePartner().WithDeadlines(DeadlineKind.PartnerExpiry);
        ARequest().In(RequestSentToPartner).Partner("STRANGER", Trigger.PartnerShipped).ShouldBeFromInactivePartner()
            .WithRequest(request => Assert.Equal("STRANGER", request.Facts.ShippedByWrongPartner));

        // It is asked before the clauses are: also what no clause allows here is from the wrong partner first.
        ARequest().In(RequestSentToPartner).Partner("SDLAW", Trigger.PartnerCheckedIn).ShouldBeFromInactivePartner();
        ARequest().In(RequestSentToPartner).Partner("CSUN", Trigger.PartnerCheckedIn).ShouldBeOutOfSequence()
            .WithRequest(request => Assert.Equal(1, request.Facts.OutOfSequence));
    }

    [Fact]
    public void Where_no_partner_is_active_every_partner_is_inactive() =>
        ARequest().In(LocateInProcess).Partner("CSUN", Trigger.PartnerShipped).ShouldBeFromInactivePartner();

    [Fact]
    public void A_general_message_is_welcome_from_everybody_and_after_the_close_every_word_is() =>
        ARequest().In(RequestSentToPartner).Partner("SDLAW", Trigger.ReceiveGeneralMessage, new() { Text = "Hello" })
            .ShouldBe(RequestSentToPartner, "ME-1")
            .Completed().Partner("SDLAW", Trigger.PartnerCheckedIn).ShouldBe(RequestCompleted, "FI-10");

    [Fact]
    public void Staff_record_an_answer_of_the_active_partner_only_and_who_did_it_is_kept()
    {
        var scene = ARequest().In(RequestSentToPartner);

        scene.StaffFor("SDLAW", Trigger.PartnerRejected).ShouldBeRefused("AP-10");
        Assert.Contains("SDLAW", scene.Result.Reason, StringComparison.Ordinal);

        scene.StaffFor("CSUN", Trigger.PartnerRejected).ShouldBe(ReadyToBeSent, "AP-10");
        Assert.Equal((Actor.Staff, "kim", "CSUN"), (scene.History[^1].By, scene.History[^1].Who, scene.History[^1].Partner));
    }

    [Fact]
    public void An_answer_that_names_no_partner_is_bad_input() =>
        Assert.Throws<ArgumentException>(() => ARequest().In(RequestSentToPartner).Staff(Trigger.PartnerRejected));

    [Fact]
    public void A_refusal_says_why_by_which_clause_and_what_is_permitted()
    {
        var scene = ARequest().In(RequestSentToPartner);

        scene.Patron(Trigger.SkipPartner).ShouldBeRefused("AP-18");
        Assert.NotNull(scene.Result.Reason);
        Assert.Equal([Trigger.CancelByPatron], scene.Result.Permitted);

        scene.Staff(Trigger.Loan).ShouldBeRefused(null);
        Assert.Contains(Trigger.SkipPartner, scene.Result.Permitted);
        Assert.DoesNotContain(Trigger.Loan, scene.Result.Permitted);
        Assert.Equal(scene.Permitted(Actor.Staff), scene.Result.Permitted);
    }

    [Fact]
    public void A_refusal_says_what_is_in_the_way()
    {
        Assert.Equal("SkipPartner in Request sent to partner is not for Patron.", Reason(RequestSentToPartner, scene => scene.Patron(Trigger.SkipPartner)));
        Assert.Equal("Loan is not possible in Request sent to partner.", Reason(RequestSentToPartner, scene => scene.Staff(Trigger.Loan)));
        Assert.Equal(
            "SDLAW is not the active partner (CSUN).", Reason(RequestSentToPartner, scene => scene.StaffFor("SDLAW", Trigger.PartnerRejected)));
        Assert.Equal(
            "CSUN is not the active partner (there is none).", Reason(LocateInProcess, scene => scene.StaffFor("CSUN", Trigger.PartnerRejected)));
        Assert.StartsWith(
            "ReturnAtBranch needs: ", Reason(LoanedItemToPatron, scene => scene.Staff(Trigger.ReturnAtBranch, new() { Branch = Library })), StringComparison.Ordinal);

        static string? Reason(BorrowingStatus status, Func<Scene, Scene> refused) => refused(ARequest().In(status)).Result.Reason;
    }

    [Fact]
    public void Events_out_of_their_order_are_kept_with_their_moments()
    {
        var scene = ARequest().In(RequestSentToPartner).AfterDays(10);
        Note(Start.AddDays(5)).WithRequest(request => Assert.Equal((TimeSpan.Zero, Start.AddDays(5)), (request.Facts.LargestStepBack, request.Facts.LatestEventAt)));
        Note(Start.AddDays(2)).WithRequest(request => Assert.Equal(TimeSpan.FromDays(3), request.Facts.LargestStepBack));
        Note(Start.AddDays(1)).WithRequest(request => Assert.Equal(TimeSpan.FromDays(3), request.Facts.LargestStepBack));
        Note(null).WithRequest(request => Assert.Equal((TimeSpan.FromDays(3), scene.Now), (request.Facts.LargestStepBack, request.Facts.LatestEventAt)));
        Note(Start).WithRequest(request => Assert.Equal((TimeSpan.FromDays(10), Start.AddDays(10)), (request.Facts.LargestStepBack, request.Facts.LatestEventAt)));
        Assert.Equal([Start.AddDays(5), Start.AddDays(2), Start.AddDays(1), scene.Now, Start], scene.History.TakeLast(5).Select(item => item.At));

        Scene Note(DateTimeOffset? at) => scene.Decide(new()
        {
            Request = "R-1", Trigger = Trigger.AddNote, By = Actor.Staff, MessageId = $"n-{scene.History.Count}", At = at, Data = new() { Text = "Called" },
        });
    }

    [Fact]
    public void Of_a_message_with_two_triggers_what_applies_is_applied()
    {
        // The first is too late, the second is not.
        Message(Trigger.PartnerRefusedCancel, Trigger.PartnerShipped).ShouldBe(ShippedPhysically, "AP-14");

        Message(Trigger.PartnerShipped, Trigger.PartnerRefusedCancel).ShouldBe(ShippedPhysically, "AP-14");
        Message(Trigger.PartnerRefusedCancel, Trigger.PartnerCheckedIn).ShouldBeOutOfSequence().WithRequest(request => Assert.Equal(1, request.Facts.OutOfSequence));

        static Scene Message(Trigger trigger, Trigger andThen) => ARequest().In(RequestSentToPartner).Fire(trigger, Actor.Partner, "CSUN", null, andThen);
    }

    [Fact]
    [Clause("FI-16")]
    public void A_shipment_is_noted_whichever_of_a_message_s_triggers_it_is()
    {
        // Passed over and told to cancel, the first lender answers that it can't: it has shipped.
        PassedOver().Fire(Trigger.PartnerRefusedCancel, Actor.Partner, "CSUN", null, Trigger.PartnerShipped).ShouldBeFromInactivePartner()
            .WithRequest(request => Assert.Equal("CSUN", request.Facts.ShippedByWrongPartner))
            .StaffFor("CSUN", Trigger.AcceptLateShipment).ShouldBe(ShippedPhysically, "FI-16");

        PassedOver().Fire(Trigger.PartnerShipped, Actor.Partner, "CSUN", new() { Text = "It is under way" }, Trigger.ReceiveGeneralMessage)
            .ShouldBe(RequestSentToPartner, "ME-1")
            .WithRequest(request => Assert.Equal("CSUN", request.Facts.ShippedByWrongPartner))
            .Staff(Trigger.AcceptLateShipment).ShouldBe(ShippedPhysically, "FI-16");

        static Scene PassedOver() => ARequest().In(RequestSentToPartner).SystemFor("CSUN", Trigger.PartnerExpired).Sent();
    }

    [Fact]
    public void Going_to_and_fro_with_one_partner_is_counted()
    {
        var scene = ARequest().In(RequestSentToPartner).Answered(Trigger.PartnerSetCondition).WithRequest(request => Assert.Equal(0, request.Facts.MostAlternations));
        scene.Staff(Trigger.AcceptCondition).WithRequest(request => Assert.Equal((1, 1), (request.Facts.Alternations, request.Facts.MostAlternations)));
        scene.Answered(Trigger.PartnerSetCondition).WithRequest(request => Assert.Equal((2, 2), (request.Facts.Alternations, request.Facts.MostAlternations)));
        scene.Answered(Trigger.PartnerShipped).WithRequest(request => Assert.Equal((0, 2), (request.Facts.Alternations, request.Facts.MostAlternations)));

        // The next partner begins anew.
        ARequest().In(RequestSentToPartner).Answered(Trigger.PartnerRejected)
            .WithRequest(request => Assert.Equal((0, 0), (request.Facts.Alternations, request.Facts.MostAlternations)));
    }

    [Fact]
    public void Only_a_partner_s_word_counts_as_out_of_sequence() =>
        ARequest().In(RequestSentToPartner).System(Trigger.DueDatePassed).ShouldBeOutOfSequence()
            .WithRequest(request => Assert.Equal((0, null), (request.Facts.OutOfSequence, request.Facts.ShippedByWrongPartner)))
            .Partner("SDLAW", Trigger.PartnerRejected).ShouldBeFromInactivePartner()
            .WithRequest(request => Assert.Equal((0, null), (request.Facts.OutOfSequence, request.Facts.ShippedByWrongPartner)));

    [Fact]
    public void The_system_is_never_refused() => ARequest().In(RequestSentToPartner).System(Trigger.DueDatePassed).ShouldBeOutOfSequence();

    [Fact]
    public void The_expiry_of_a_partner_that_is_not_active_any_more_does_nothing() =>
        ARequest().In(RequestSentToPartner).Answered(Trigger.PartnerRejected).Sent()
            .SystemFor("CSUN", Trigger.PartnerExpired).ShouldBeOutOfSequence()
            .SystemFor("SDLAW", Trigger.PartnerExpired).ShouldBe(Expired, "AP-13");

    [Fact]
    public void A_tombstone_takes_nothing_and_keeps_no_content()
    {
        var scene = ARequest().In(Deleted);

        scene.Partner("CSUN", Trigger.ReceiveGeneralMessage, new() { Text = "About p-1" }).ShouldBeOutOfSequence();
        Assert.Null(scene.History[^1].Data);
        Assert.Equal(("CSUN", Trigger.ReceiveGeneralMessage, scene.Now), (scene.History[^1].Partner, scene.History[^1].Trigger, scene.History[^1].At));
        Assert.Empty(scene.Request.Messages);

        scene.Staff(Trigger.AddNote, new() { Text = "About p-1" }).ShouldBeRefused(null);
        Assert.Null(scene.History[^1].Data);
        Assert.Empty(scene.Permitted(Actor.Staff));
    }

    [Fact]
    public void The_version_counts_what_was_applied_also_where_the_status_stays() =>
        ARequest().In(RequestSentToPartner).WithRequest(request => Assert.Equal(3, request.Version))
            .Partner("CSUN", Trigger.PartnerAcknowledged).WithRequest(request => Assert.Equal(4, request.Version))
            .Partner("SDLAW", Trigger.PartnerAcknowledged).WithRequest(request => Assert.Equal((4, 5), (request.Version, request.Revision)));

    [Fact]
    public void Age_counts_from_the_entry_into_the_status_and_no_edit_starts_it_again() =>
        ARequest().In(ReadyToBeSent).AfterDays(2).Sent().AfterDays(1).Answered(Trigger.PartnerAcknowledged)
            .Staff(Trigger.AddNote, new() { Text = "Called" }).Staff(Trigger.EditRequest, new() { Pickup = "ELSEWHERE" })
            .WithRequest(request => Assert.Equal((Start, Start.AddDays(2)), (request.CreatedAt, request.EnteredAt)));

    [Fact]
    public void A_partner_may_hold_a_request_once_a_send_was_begun_and_did_not_certainly_fail()
    {
        Assert.False(MayHold(ARequest().In(ReadyToBeSent)));
        Assert.True(MayHold(ARequest().In(ReadyToBeSent).SendUnderWay()));
        Assert.True(MayHold(ARequest().In(ReadyToBeSent).SendFailed(SendOutcome.Unknown)));
        Assert.False(MayHold(ARequest().In(ReadyToBeSent).SendUnderWay().SendFailed(SendOutcome.NotDelivered)));
        Assert.False(MayHold(ARequest().In(ReadyToBeSent).SendFailed(SendOutcome.NotDelivered).SendFailed(SendOutcome.NotDelivered)));

        // The partner was asked, and says that it has nothing.
        Assert.False(MayHold(ARequest().In(ReadyToBeSent).SendFailed(SendOutcome.Unknown).SendFailed(SendOutcome.NotDelivered)));

        // A repetition that failed says nothing of what went before.
        Assert.True(MayHold(ARequest().WhereProfile("CSUN", profile => profile with { AnswersStatusRequests = false })
            .In(ReadyToBeSent).SendFailed(SendOutcome.Unknown).SendFailed(SendOutcome.NotDelivered)));

        // The retry that a partner offered goes to one that has had the request.
        Assert.True(MayHold(ARequest().In(RequestSentToPartner).Answered(Trigger.PartnerRetryPossible).Staff(Trigger.AcceptCondition)));

        static bool MayHold(Scene scene) => scene.Staff(Trigger.CancelByStaff).Request.Status == WaitingForCancelResponse;
    }

    [Fact]
    public void A_deadline_falls_with_the_statuses_that_listen_to_it_and_not_before() =>
        ARequest().In(RequestSentToPartner).AfterDays(1).Answered(Trigger.PartnerAccepted).WithDeadline(DeadlineKind.PartnerExpiry, Start.AddDays(4))
            .Answered(Trigger.PartnerSetCondition).WithDeadlines()
            .Staff(Trigger.AcceptCondition).WithDeadline(DeadlineKind.PartnerExpiry, Start.AddDays(7));

    [Fact]
    public void A_deadline_that_the_system_brings_from_elsewhere_has_fired_too() =>
        ARequest().In(PhysicallyReceivedByLibrary).AfterDays(20).System(Trigger.HoldExpired).WithDeadlines()
            .WithRequest(request => Assert.Equal((PhysicallyReceivedByLibrary, true), (request.Status, request.Facts.HoldExpired)));

    [Fact]
    public void The_loans_deadline_is_the_patrons_due_date_or_else_the_lenders()
    {
        ARequest().In(PhysicallyReceivedByLibrary).Loaned(PatronDue).WithDeadline(DeadlineKind.DueDate, PatronDue);
        ARequest().In(PhysicallyReceivedByLibrary).Loaned().WithDeadline(DeadlineKind.DueDate, LenderDue);
    }

    [Fact]
    public void Cancellation_and_close_remember_each_their_own_status() =>
        ARequest().In(Conditional).CancelledByPatron().Completed().Staff(Trigger.Reactivate)
            .ShouldBe(WaitingForCancelResponse, "FI-2").WithDeadline(DeadlineKind.CancelResponse, Start.AddDays(5))
            .Partner("CSUN", Trigger.PartnerRefusedCancel).ShouldBe(Conditional, "CA-13");

    [Fact]
    public void A_shipped_entry_stays_active_to_the_end() =>
        ARequest().In(ReturnedItemToPartner).ActiveIs("CSUN").RotaIs("CSUN Shipped", "SDLAW Pending")
            .Answered(Trigger.PartnerCheckedIn).ActiveIs(null).RotaIs("CSUN Shipped", "SDLAW Pending");

    [Theory]
    [InlineData(Trigger.PartnerAccepted, Trigger.PartnerWillSupply, WillSupply)]
    [InlineData(Trigger.PartnerAcknowledged, Trigger.PartnerWillSupply, WillSupply)]
    [InlineData(Trigger.PartnerAcknowledged, Trigger.PartnerSetCondition, Conditional)]
    [InlineData(Trigger.PartnerWillSupply, Trigger.PartnerShipped, ShippedPhysically)]
    public void Two_messages_in_the_wrong_order_end_in_the_same_status(Trigger earlier, Trigger later, BorrowingStatus end)
    {
        Assert.Equal(end, ARequest().In(RequestSentToPartner).Partner("CSUN", earlier).Partner("CSUN", later).Request.Status);
        Assert.Equal(end, ARequest().In(RequestSentToPartner).Partner("CSUN", later).Partner("CSUN", earlier).Request.Status);
    }
}
