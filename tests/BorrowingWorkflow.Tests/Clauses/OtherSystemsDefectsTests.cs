using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>Courses of events on which other resource sharing systems went wrong.</summary>
public class OtherSystemsDefectsTests
{
    public static TheoryData<BorrowingStatus> PostShip => [.. StatusGroups.PostShip];

    [Fact]
    public void Shipped_while_cancelling_then_refused_then_accepted_too_late_stays_shipped()
    {
        var scene = ARequest().In(RequestSentToPartner).CancelledByPatron().Answered(Trigger.PartnerShipped).ShouldBe(ShippedPhysically, "CA-14");
        scene.Partner("CSUN", Trigger.PartnerRefusedCancel).ShouldBeOutOfSequence();
        scene.Partner("CSUN", Trigger.PartnerAcceptedCancel).ShouldBeOutOfSequence().ActiveIs("CSUN");
        Assert.Equal((ShippedPhysically, TemporaryItem.Stands), (scene.Request.Status, scene.Request.TemporaryItem));
    }

    [Fact]
    public void A_refusal_of_the_cancellation_after_the_item_arrived_does_not_fall_back() =>
        ARequest().In(WillSupply).CancelledByPatron().Received().Partner("CSUN", Trigger.PartnerRefusedCancel).ShouldBeOutOfSequence()
            .WithRequest(request => Assert.Equal(PhysicallyReceivedByLibrary, request.Status));

    [Fact]
    public void Unfilled_counts_from_the_current_supplier_and_not_from_a_skipped_one()
    {
        var scene = ARequest().In(RequestSentToPartner).Skipped().Answered(Trigger.PartnerAcceptedCancel).Sent();
        scene.Partner("CSUN", Trigger.PartnerRejected).ShouldBeFromInactivePartner().RotaIs("CSUN Skipped", "SDLAW Active");
        scene.Partner("SDLAW", Trigger.PartnerRejected).ShouldBe(RejectedByPartner, "AP-11").RotaIs("CSUN Skipped", "SDLAW Rejected");
    }

    [Theory]
    [MemberData(nameof(PostShip))]
    public void Overdue_and_recalled_are_understood_from_the_shipment_to_the_return(BorrowingStatus status)
    {
        foreach (var trigger in new[] { Trigger.PartnerOverdue, Trigger.PartnerRecalled })
        {
            var scene = ARequest().In(status).Partner("CSUN", trigger);
            Assert.True(scene.Result.IsApplied, $"{trigger} in {status}: {scene.Result.Verdict}");
            Assert.False(scene.Request.Status.IsFinal());
        }
    }

    [Fact]
    public void A_renewal_after_Overdue_leads_back_to_the_loan() =>
        ARequest().In(OverdueRequest).Answered(Trigger.PartnerRenewed, new() { DueDate = LenderDue.AddDays(30) })
            .ShouldBe(RenewedByPartner, "LN-5").WithDeadline(DeadlineKind.DueDate, LenderDue.AddDays(30));

    [Fact]
    public void A_message_about_an_earlier_position_of_the_rota_moves_nothing() =>
        ARequest().In(RequestSentToPartner).Answered(Trigger.PartnerRejected).Sent()
            .Partner("CSUN", Trigger.PartnerWillSupply).ShouldBeFromInactivePartner().ActiveIs("SDLAW").WithDeadlines(DeadlineKind.PartnerExpiry);

    [Theory]
    [InlineData(SendOutcome.NotDelivered)]
    [InlineData(SendOutcome.Unknown)]
    public void A_send_that_fails_again_and_again_keeps_its_partner_and_ends_with_staff(SendOutcome outcome)
    {
        var scene = ARequest().Where(options => options.SendAttempts = 5).In(ReadyToBeSent);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            scene.SendFailed(outcome).ActiveIs("CSUN");
        }

        scene.WithEffects("AlertStaff(CannotSend)").RotaIs("CSUN Active", "SDLAW Pending");
        Assert.Single(scene.AllEffects, effect => effect.Name == "AlertStaff(CannotSend)");
        Assert.Empty(scene.OpenSends);
    }

    [Fact]
    public void A_time_out_after_the_partner_took_the_request_makes_no_second_one()
    {
        var scene = ARequest().In(ReadyToBeSent).SendUnderWay().SendFailed(SendOutcome.Unknown).Partner("CSUN", Trigger.PartnerAcknowledged);

        scene.ShouldBe(RequestSentToPartner, "SE-6").Withdrawing(1).WithDeadlines(DeadlineKind.PartnerExpiry);
        Assert.Single(scene.AllEffects, effect => effect.Kind is EffectKind.SendRequest or EffectKind.RetrySend or EffectKind.RepeatSend);
        Assert.Empty(scene.OpenSends);
    }

    [Fact]
    public void A_request_ages_in_its_status_and_not_since_it_was_made() =>
        ARequest().In(Created).AfterDays(30).Staff(Trigger.Locate).AfterDays(5).System(Trigger.RotaBuilt, new() { Partners = ["CSUN"] })
            .WithRequest(request => Assert.Equal(Start.AddDays(35), request.EnteredAt));

    [Theory]
    [InlineData(ShippedPhysically, "Skipped(Received)", "Skipped(Loaned)", "Skipped(Returned)", "TemporaryItemLeft")]
    [InlineData(PhysicallyReceivedByLibrary, "Skipped(Loaned)", "Skipped(Returned)", "TemporaryItemLeft")]
    [InlineData(LoanedItemToPatron, "Skipped(Returned)", "TemporaryItemLeft")]
    [InlineData(ReturnedByPatron, "Skipped(Returned)", "TemporaryItemLeft")]
    public void Checked_in_while_the_item_was_never_received_here_on_loan_or_in_transit_leaves_a_trace(BorrowingStatus status, params string[] records) =>
        ARequest().In(status).Answered(Trigger.PartnerCheckedIn).ShouldBe(RequestCompleted, "RE-2").WithoutEffects().WithRecords(records)
            .WithRequest(request => Assert.Equal(TemporaryItem.Stands, request.TemporaryItem));

    [Fact]
    public void Received_without_shipped_goes_on_and_a_late_Shipped_is_taken_with_its_due_date() =>
        ARequest().In(RequestSentToPartner).Received().Partner("CSUN", Trigger.PartnerShipped, new() { DueDate = LenderDue })
            .ShouldBe(PhysicallyReceivedByLibrary, "SH-11").WithoutEffects()
            .WithRequest(request => Assert.Equal((LenderDue, LifeSteps.None), (request.LenderDueDate, request.Facts.Skipped)));

    [Fact]
    public void Returned_without_a_loan_discharges_nothing() =>
        ARequest().In(PhysicallyReceivedByLibrary).Staff(Trigger.ReturnToPartner)
            .ShouldBe(ReturnedItemToPartner, "SH-10").WithEffects("DeleteTemporaryItem", "SendReturned");

    [Fact]
    public void What_arrives_after_the_cancellation_is_sent_back() =>
        ARequest().In(CancelledByStaff).Partner("CSUN", Trigger.PartnerShipped).WithEffects("AlertStaff(ShippedAfterClose)")
            .Staff(Trigger.ScanIn).ShouldBe(CancelledByStaff, "CA-24").WithEffects("RouteItemBack", "SendReturned");

    [Fact]
    public void A_partners_days_pass_no_faster_over_a_weekend() =>
        ARequest().In(ReadyToBeSent).AfterDays(4).Sent().WithDeadline(DeadlineKind.PartnerExpiry, Start.AddDays(10));
}
