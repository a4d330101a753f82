using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>The FI clauses that reopen a request, and those of shipments that come late.</summary>
public class ReopeningClauseTests
{
    private static readonly StatusSet ClosedUnfilled =
        [RejectedByPartner, Expired, CancelledByPatron, CancelledByStaff, CancelledByPartner, ExternallyObtained, ExportedToThirdParty];

    public static TheoryData<BorrowingStatus> Unfilled => [.. ClosedUnfilled];

    [Fact, Clause("FI-2")]
    public void Reactivating_brings_back_the_status_its_partner_and_its_clock()
    {
        var scene = ARequest().In(RequestSentToPartner);
        var expiry = Assert.Single(scene.Request.Deadlines);
        scene.Completed().WithDeadlines().AfterDays(1)
            .Staff(Trigger.Reactivate)
            .ShouldBe(RequestSentToPartner, "FI-2")
            .WithoutEffects().WithoutRecords()
            .WithDeadline(DeadlineKind.PartnerExpiry, expiry.At)
            .RotaIs("CSUN Active", "SDLAW Pending").ActiveIs("CSUN")
            .WithRequest(request =>
            {
                Assert.Equal((1, Start.AddDays(1)), (request.Facts.Reactivations, request.EnteredAt));
                Assert.Equal((null, null, false), (request.Facts.ClosedBy, request.Facts.ClosedByWhom, request.Facts.ClosedUnshipped));
            });
    }

    [Fact, Clause("FI-2"), Clause("FI-1")]
    public void Reactivating_restores_a_temporary_item_that_the_close_deleted() => ARequest().In(LostCommunicated).Completed()
        .Staff(Trigger.Reactivate)
        .ShouldBe(LostCommunicated, "FI-2")
        .WithEffects("RestoreTemporaryItem")
        .ActiveIs("CSUN")
        .WithRequest(request => Assert.Equal(TemporaryItem.Stands, request.TemporaryItem));

    [Fact, Clause("FI-2")]
    public void Reactivating_leaves_a_temporary_item_deleted_that_the_status_does_not_need() => ARequest().In(RequestCompleted)
        .Staff(Trigger.Reactivate)
        .ShouldBe(ReturnedItemToPartner, "FI-2")
        .WithoutEffects()
        .ActiveIs("CSUN")
        .WithRequest(request => Assert.Equal((TemporaryItem.Deleted, false), (request.TemporaryItem, request.Facts.ClosedByCheckIn)));

    [Fact, Clause("FI-2")]
    public void The_hold_runs_on_after_a_reactivation() => ARequest().In(PhysicallyReceivedByLibrary).Completed()
        .Staff(Trigger.Reactivate)
        .ShouldBe(PhysicallyReceivedByLibrary, "FI-2")
        .WithoutEffects()
        .WithDeadline(DeadlineKind.HoldExpiry, Start.AddDays(14))
        .WithRequest(request => Assert.Equal(Start.AddDays(14), request.HoldExpiresAt));

    [Theory, Clause("FI-7")]
    [InlineData(RequestSentToPartner, false)]
    [InlineData(WillSupply, true)]
    [InlineData(WaitingForCancelResponse, false)]
    public void A_shipment_reopens_what_was_completed_before_it(BorrowingStatus status, bool byStaff) => ARequest().In(status).Completed()
        .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerShipped, new() { DueDate = LenderDue, Volumes = ["v1"] })
        .ShouldBe(ShippedPhysically, "FI-7")
        .WithEffects("CreateTemporaryItem")
        .WithRecords("ReopenedByShipment")
        .WithDeadlines()
        .RotaIs("CSUN Shipped", "SDLAW Pending").ActiveIs("CSUN")
        .VolumesAre("v1")
        .WithEntry("CSUN", entry => Assert.True(entry.HasShipped))
        .WithRequest(request =>
        {
            Assert.Equal((LenderDue, TemporaryItem.Stands), (request.LenderDueDate, request.TemporaryItem));
            Assert.Equal((null, null, false), (request.Facts.ClosedBy, request.Facts.ClosedByWhom, request.Facts.ClosedUnshipped));
            Assert.True(request.Facts.Done.HasFlag(LifeSteps.Shipped));
        });

    [Fact, Clause("FI-7"), Clause("FI-12")]
    public void A_shipment_by_another_partner_reopens_nothing() => ARequest().In(RequestSentToPartner).Completed()
        .Partner("SDLAW", Trigger.PartnerShipped)
        .ShouldBe(RequestCompleted, "FI-12")
        .WithoutEffects();

    [Theory, Clause("FI-12")]
    [InlineData(RequestCompleted, Trigger.PartnerShipped, false)]
    [InlineData(RequestCompleted, Trigger.PartnerShippedDigitally, true)]
    public void A_ship_message_after_the_return_is_no_news(BorrowingStatus status, Trigger trigger, bool byStaff) => ARequest().In(status)
        .ByPartnerOrStaff(byStaff, "CSUN", trigger)
        .ShouldBe(RequestCompleted, "FI-12")
        .WithoutEffects().WithoutRecords()
        .WithDeadlines()
        .ActiveIs(null);

    [Fact, Clause("FI-12")]
    public void A_file_reopens_nothing() => ARequest().In(RequestSentToPartner).Completed()
        .Partner("CSUN", Trigger.PartnerShippedDigitally)
        .ShouldBe(RequestCompleted, "FI-12")
        .WithoutEffects();

    [Fact, Clause("FI-7"), Clause("FI-12")]
    public void What_was_completed_after_the_shipment_is_not_reopened_by_it() => ARequest().In(ShippedPhysically).Completed()
        .Partner("CSUN", Trigger.PartnerShipped)
        .ShouldBe(RequestCompleted, "FI-12")
        .WithoutEffects();

    [Theory, Clause("FI-8")]
    [MemberData(nameof(Unfilled))]
    public void A_shipment_after_the_close_is_for_staff(BorrowingStatus status) => ARequest().In(status)
        .ByPartnerOrStaff(status == Expired, "CSUN", Trigger.PartnerShipped, new() { DueDate = LenderDue })
        .ShouldBe(status, "FI-8")
        .WithEffects("AlertStaff(ShippedAfterClose)").WithoutRecords()
        .ActiveIs(null)
        .WithEntry("CSUN", entry => Assert.Equal((true, LenderDue), (entry.HasShipped, entry.LenderDueDate)))
        .WithRequest(request => Assert.Equal(("CSUN", true), (request.Facts.ShippedAfterClose, request.Facts.ShippedAfterCloseIsPhysical)));

    [Theory, Clause("FI-8"), Clause("FI-9")]
    [MemberData(nameof(Unfilled))]
    public void A_file_after_the_close_is_for_staff_but_cannot_be_accepted(BorrowingStatus status) => ARequest().In(status)
        .Partner("CSUN", Trigger.PartnerShippedDigitally)
        .ShouldBe(status, "FI-8")
        .WithEffects("AlertStaff(ShippedAfterClose)").WithoutRecords()
        .WithRequest(request => Assert.Equal(("CSUN", false), (request.Facts.ShippedAfterClose, request.Facts.ShippedAfterCloseIsPhysical)))
        .Staff(Trigger.AcceptLateShipment)
        .ShouldBeRefused("FI-9");

    [Theory, Clause("FI-9")]
    [MemberData(nameof(Unfilled))]
    public void Staff_accept_a_shipment_after_the_close(BorrowingStatus status) => ARequest().In(status)
        .Partner("CSUN", Trigger.PartnerShipped, new() { DueDate = LenderDue })
        .Staff(Trigger.AcceptLateShipment)
        .ShouldBe(ShippedPhysically, "FI-9")
        .WithEffects("CreateTemporaryItem").WithoutRecords()
        .WithDeadlines()
        .ActiveIs("CSUN")
        .WithEntry("CSUN", entry => Assert.Equal((EntryState.Shipped, true), (entry.State, entry.HasShipped)))
        .WithRequest(request =>
        {
            Assert.Equal((LenderDue, TemporaryItem.Stands), (request.LenderDueDate, request.TemporaryItem));
            Assert.Equal((null, false, null), (request.Facts.ShippedAfterClose, request.Facts.ShippedAfterCloseIsPhysical, request.Facts.ClosedBy));
            Assert.True(request.Facts.Done.HasFlag(LifeSteps.Shipped));
        });

    [Fact, Clause("FI-9")]
    public void Where_nothing_was_shipped_there_is_nothing_to_accept() => ARequest().In(RejectedByPartner)
        .Staff(Trigger.AcceptLateShipment)
        .ShouldBeRefused("FI-9");

    [Theory, Clause("FI-14")]
    [InlineData(CancelledByPatron)]
    [InlineData(CancelledByStaff)]
    [InlineData(CancelledByPartner)]
    [InlineData(RejectedByPartner)]
    [InlineData(Expired)]
    public void A_request_that_failed_is_located_again(BorrowingStatus status) => ARequest().In(status)
        .Staff(Trigger.Reactivate)
        .ShouldBe(LocateInProcess, "FI-14")
        .WithEffects("StartLocate").WithoutRecords()
        .WithDeadlines()
        .ActiveIs(null)
        .WithRequest(request => Assert.Equal((1, (string?)null), (request.Facts.Reactivations, request.Facts.ClosedBy)));

    [Fact, Clause("FI-14")]
    public void In_the_new_rota_those_that_have_answered_come_last() => ARequest().In(RejectedByPartner)
        .Staff(Trigger.Reactivate)
        .System(Trigger.RotaBuilt, new() { Partners = ["CSUN", "SFPL"] })
        .RotaIs("CSUN Rejected", "SDLAW Rejected", "SFPL Active", "CSUN Pending");

    [Theory, Clause("FI-16")]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    [InlineData(WillSupply)]
    [InlineData(Conditional)]
    [InlineData(WaitingForCancelResponse)]
    public void Staff_accept_the_shipment_of_another_partner_of_the_rota(BorrowingStatus status) => ShippedByFormerPartner(status)
        .Staff(Trigger.AcceptLateShipment)
        .ShouldBe(ShippedPhysically, "FI-16")
        .WithEffects("TellPartner(Cancel)", "CreateTemporaryItem").WithEffectTo("SDLAW", "TellPartner(Cancel)").WithoutRecords()
        .WithDeadlines()
        .RotaIs("CSUN Shipped", "SDLAW Superseded").ActiveIs("CSUN")
        .WithRequest(request =>
        {
            Assert.Equal((LenderDue, TemporaryItem.Stands), (request.LenderDueDate, request.TemporaryItem));
            Assert.True(request.Facts.Done.HasFlag(LifeSteps.Shipped));
        });

    [Fact, Clause("FI-16")]
    public void A_partner_that_cannot_hold_the_request_is_not_told() => ShippedByFormerPartner(ReadyToBeSent)
        .Staff(Trigger.AcceptLateShipment)
        .ShouldBe(ShippedPhysically, "FI-16")
        .WithEffects("CreateTemporaryItem").Withdrawing(1)
        .RotaIs("CSUN Shipped", "SDLAW Superseded").ActiveIs("CSUN");

    [Fact, Clause("FI-16")]
    public void Where_no_other_partner_has_shipped_there_is_nothing_to_accept() => ARequest().In(RequestSentToPartner)
        .Staff(Trigger.AcceptLateShipment)
        .ShouldBeRefused("FI-16");

    /// <summary>CSUN rejected, SDLAW has the request in the status, and then CSUN shipped all the same.</summary>
    private static Scene ShippedByFormerPartner(BorrowingStatus status)
    {
        var scene = ARequest().SentTo("CSUN", "SDLAW").Answered(Trigger.PartnerRejected);
        scene = status switch
        {
            ReadyToBeSent => scene,
            RequestSentToPartner => scene.Sent(),
            RequestAccepted => scene.Sent().Answered(Trigger.PartnerAccepted),
            WillSupply => scene.Sent().Answered(Trigger.PartnerWillSupply),
            Conditional => scene.Sent().Answered(Trigger.PartnerSetCondition),
            _ => scene.Sent().CancelledByStaff(),
        };
        Assert.Equal(status, scene.Request.Status);
        scene.Partner("CSUN", Trigger.PartnerShipped, new() { DueDate = LenderDue }).ShouldBeFromInactivePartner();
        return scene;
    }
}
