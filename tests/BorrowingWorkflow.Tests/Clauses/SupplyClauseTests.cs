using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>The SH clauses: shipped, received, on the shelf.</summary>
public class SupplyClauseTests
{
    private static readonly DateTimeOffset HoldEnds = Start.AddDays(14);

    [Fact, Clause("SH-1")]
    public void A_received_item_goes_to_the_hold_shelf() => ARequest().In(ShippedPhysically)
        .Staff(Trigger.Receive)
        .ShouldBe(PhysicallyReceivedByLibrary, "SH-1")
        .WithEffects("SendReceived", "PlaceOnHoldShelf", "NotifyPatron(Arrived)")
        .WithEffectTo("CSUN", "SendReceived").WithoutRecords()
        .WithDeadline(DeadlineKind.HoldExpiry, HoldEnds)
        .RotaIs("CSUN Shipped", "SDLAW Pending").ActiveIs("CSUN")
        .WithRequest(request =>
        {
            Assert.Equal((ItemPlace.OnHoldShelf, TemporaryItem.Stands), (request.Place, request.TemporaryItem));
            Assert.Equal((HoldEnds, Start), (request.HoldExpiresAt, request.Facts.ArrivalNoticeAt));
            Assert.Equal(LifeSteps.Sent | LifeSteps.Shipped | LifeSteps.Received, request.Facts.Done);
        });

    [Fact, Clause("SH-1")]
    public void A_received_item_for_another_pickup_location_goes_there() => ARequest()
        .Submitted(new() { Pickup = "Branch" }).In(ShippedPhysically)
        .Staff(Trigger.Receive)
        .ShouldBe(PhysicallyReceivedByLibrary, "SH-1")
        .WithEffects("SendReceived", "TransitToPickup")
        .WithDeadlines()
        .WithRequest(request => Assert.Equal((ItemPlace.InTransitToPickup, (DateTimeOffset?)null), (request.Place, request.HoldExpiresAt)));

    [Theory, Clause("SH-1")]
    [InlineData(Library)]
    [InlineData("Desk")]
    public void A_pickup_location_at_the_library_needs_no_transit(string pickup) => ARequest()
        .Where(options => options.PickupAtLibrary.Add("Desk"))
        .Submitted(new() { Pickup = pickup }).In(ShippedPhysically)
        .Staff(Trigger.Receive)
        .WithEffects("SendReceived", "PlaceOnHoldShelf", "NotifyPatron(Arrived)");

    [Fact, Clause("SH-1")]
    public void An_item_that_the_patron_no_longer_wants_goes_back_at_once() => ARequest().In(ShippedPhysically)
        .Patron(Trigger.PatronWithdrew)
        .Staff(Trigger.Receive)
        .ShouldBe(PhysicallyReceivedByLibrary, "SH-1")
        .WithEffects("SendReceived", "AlertStaff(ReturnAtOnce)")
        .WithDeadlines()
        .WithRequest(request => Assert.Equal(ItemPlace.AtLibrary, request.Place));

    [Fact, Clause("SH-1"), Clause("LN-10")]
    public void An_item_that_was_recalled_on_the_way_goes_back_at_once() => ARequest().In(ShippedPhysically)
        .Answered(Trigger.PartnerRecalled)
        .Staff(Trigger.Receive)
        .ShouldBe(PhysicallyReceivedByLibrary, "SH-1")
        .WithEffects("SendReceived", "AlertStaff(ReturnAtOnce)")
        .WithDeadlines();

    [Fact, Clause("SH-1"), Clause("AP-19")]
    public void An_item_that_nobody_announced_gets_its_temporary_item_on_receipt() => ARequest().In(WillSupply)
        .Staff(Trigger.Receive)
        .ShouldBe(PhysicallyReceivedByLibrary, "AP-19")
        .WithEffects("SendReceived", "CreateTemporaryItem", "PlaceOnHoldShelf", "NotifyPatron(Arrived)")
        .WithRecords("Skipped(Shipped)")
        .WithDeadline(DeadlineKind.HoldExpiry, HoldEnds)
        .WithRequest(request => Assert.Equal(TemporaryItem.Stands, request.TemporaryItem));

    [Fact, Clause("SH-1")]
    public void Only_the_volumes_that_are_named_arrive() => ARequest()
        .Submitted(new() { Volumes = ["v1", "v2"] }).In(ShippedPhysically)
        .Staff(Trigger.Receive, new() { Volumes = ["v2", "v3"] })
        .ShouldBe(PhysicallyReceivedByLibrary, "SH-1")
        .VolumesAre("v1", "v2 here", "v3 here");

    [Fact, Clause("SH-1")]
    public void All_volumes_arrive_where_none_is_named() => ARequest()
        .Submitted(new() { Volumes = ["v1", "v2"] }).In(ShippedPhysically)
        .Staff(Trigger.Receive)
        .VolumesAre("v1 here", "v2 here");

    [Fact, Clause("SH-2")]
    public void An_item_for_use_inside_the_library_waits_without_a_clock() => ARequest().In(ShippedPhysically)
        .Staff(Trigger.ReceiveNotForLoan)
        .ShouldBe(ReceivedNotForLoan, "SH-2")
        .WithEffects("SendReceived", "PlaceOnHoldShelf", "NotifyPatron(Arrived)").WithoutRecords()
        .WithDeadlines()
        .WithRequest(request =>
        {
            Assert.Equal((ItemPlace.OnHoldShelf, HoldEnds), (request.Place, request.HoldExpiresAt));
            Assert.Equal(LifeSteps.Sent | LifeSteps.Shipped | LifeSteps.Received, request.Facts.Done);
        });

    [Theory, Clause("SH-3")]
    [InlineData(false)]
    [InlineData(true)]
    public void A_shipment_that_is_taken_back_leads_to_the_next_partner(bool byStaff) => ARequest().In(ShippedPhysically)
        .Answered(Trigger.PartnerRecalled)
        .Answered(Trigger.PartnerOverdue)
        .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerUnshipped, new() { Reason = "wrong item" })
        .ShouldBe(ReadyToBeSent, "SH-3")
        .WithEffects("DeleteTemporaryItem", "SendRequest").WithEffectTo("SDLAW", "SendRequest").WithoutRecords()
        .WithDeadlines()
        .RotaIs("CSUN Rejected", "SDLAW Active").ActiveIs("SDLAW")
        .WithEntry("CSUN", entry => Assert.Equal(("wrong item", false), (entry.Reason, entry.HasShipped)))
        .WithRequest(request =>
        {
            Assert.Equal(TemporaryItem.Deleted, request.TemporaryItem);
            Assert.Null(request.LenderDueDate);
            Assert.Equal((false, false), (request.Facts.RecalledInTransit, request.Facts.OverdueInTransit));
            Assert.Equal(LifeSteps.Sent, request.Facts.Done);
        });

    [Fact, Clause("SH-3"), Clause("FI-16")]
    public void A_shipment_that_was_taken_back_cannot_be_accepted() => ARequest().In(ShippedPhysically)
        .Answered(Trigger.PartnerUnshipped)
        .Staff(Trigger.AcceptLateShipment)
        .ShouldBeRefused("FI-16");

    [Fact, Clause("SH-4"), Clause("SH-3")]
    public void A_shipment_that_is_taken_back_by_the_last_partner_ends_the_request() => ARequest().In(ShippedPhysically, "CSUN")
        .Partner("CSUN", Trigger.PartnerUnshipped)
        .ShouldBe(RejectedByPartner, "SH-4")
        .WithEffects("DeleteTemporaryItem", "NotifyPatron(SuggestIll)").WithoutRecords()
        .WithDeadlines()
        .RotaIs("CSUN Rejected").ActiveIs(null)
        .WithRequest(request =>
        {
            Assert.Equal((TemporaryItem.Deleted, Start), (request.TemporaryItem, request.Facts.FailureNoticeAt));
            Assert.Equal(("SH-4", ShippedPhysically), (request.Facts.ClosedBy, request.Facts.ClosedFrom));
        });

    [Fact, Clause("SH-4")]
    public void The_patron_hears_nothing_of_it_while_the_request_is_kept_active() => ARequest()
        .Where(options => options.KeepRejectedActive = true).In(ShippedPhysically, "CSUN")
        .StaffFor("CSUN", Trigger.PartnerUnshipped)
        .ShouldBe(RejectedByPartner, "SH-4")
        .WithEffects("DeleteTemporaryItem");

    [Theory, Clause("SH-5")]
    [InlineData(Actor.Staff)]
    [InlineData(Actor.System)]
    public void A_file_is_received_and_delivered(Actor by) => ARequest().In(ShippedDigitally)
        .Fire(Trigger.ReceiveDigitally, by, null, null)
        .ShouldBe(DigitallyReceivedByLibrary, "SH-5")
        .WithEffects("SendReceived", "DeliverFile").WithEffectTo("CSUN", "SendReceived").WithoutRecords()
        .WithDeadlines()
        .RotaIs("CSUN Shipped", "SDLAW Pending").ActiveIs("CSUN")
        .WithRequest(request => Assert.Equal(LifeSteps.Sent | LifeSteps.Shipped | LifeSteps.Received, request.Facts.Done));

    [Theory, Clause("SH-6")]
    [InlineData(Actor.Staff)]
    [InlineData(Actor.System)]
    public void A_delivered_file_completes_the_request(Actor by) => ARequest().In(DigitallyReceivedByLibrary)
        .Fire(Trigger.DigitalDelivered, by, null, null)
        .ShouldBe(RequestCompleted, "SH-6")
        .WithEffects("NotifyPatron(Arrived)").WithoutRecords()
        .RotaIs("CSUN Shipped", "SDLAW Pending").ActiveIs(null)
        .WithRequest(request => Assert.Equal(("SH-6", Start), (request.Facts.ClosedBy, request.Facts.ArrivalNoticeAt)));

    [Theory, Clause("SH-7")]
    [InlineData(Trigger.Receive, PhysicallyReceivedByLibrary, true)]
    [InlineData(Trigger.ReceiveNotForLoan, ReceivedNotForLoan, false)]
    public void At_the_pickup_location_the_item_goes_to_the_hold_shelf(Trigger received, BorrowingStatus status, bool hasClock)
    {
        var scene = ARequest().Submitted(new() { Pickup = "Branch" }).In(ShippedPhysically).Staff(received).AfterDays(1)
            .Staff(Trigger.ArrivedAtPickup)
            .ShouldBe(status, "SH-7")
            .WithEffects("PlaceOnHoldShelf", "NotifyPatron(Arrived)").WithoutRecords()
            .WithRequest(request =>
            {
                Assert.Equal((ItemPlace.OnHoldShelf, HoldEnds.AddDays(1)), (request.Place, request.HoldExpiresAt));
                Assert.Equal((Start.AddDays(1), Start), (request.Facts.ArrivalNoticeAt, request.EnteredAt));
            });
        Assert.Equal(hasClock ? [new Deadline(DeadlineKind.HoldExpiry, HoldEnds.AddDays(1))] : [], scene.Request.Deadlines);
    }

    [Fact, Clause("SH-7")]
    public void What_is_not_in_transit_to_the_pickup_location_does_not_arrive_there() => ARequest().In(PhysicallyReceivedByLibrary)
        .Staff(Trigger.ArrivedAtPickup)
        .ShouldBeRefused("SH-7");

    [Fact, Clause("SH-8")]
    public void A_loan_runs_to_the_patrons_due_date() => ARequest().In(PhysicallyReceivedByLibrary)
        .Staff(Trigger.Loan, new() { DueDate = PatronDue })
        .ShouldBe(LoanedItemToPatron, "SH-8")
        .WithoutEffects().WithoutRecords()
        .WithDeadline(DeadlineKind.DueDate, PatronDue)
        .WithRequest(request =>
        {
            Assert.Equal((true, ItemPlace.WithPatron), (request.OnLoan, request.Place));
            Assert.Equal((PatronDue, LenderDue), (request.PatronDueDate, request.LenderDueDate));
            Assert.Null(request.HoldExpiresAt);
            Assert.Equal(LifeSteps.Sent | LifeSteps.Shipped | LifeSteps.Received | LifeSteps.Loaned, request.Facts.Done);
        });

    [Fact, Clause("SH-8")]
    public void A_loan_without_a_due_date_runs_to_the_lenders() => ARequest().In(PhysicallyReceivedByLibrary)
        .Staff(Trigger.Loan)
        .WithDeadline(DeadlineKind.DueDate, LenderDue)
        .WithRequest(request => Assert.Null(request.PatronDueDate));

    [Fact, Clause("SH-8")]
    public void A_loan_without_any_due_date_has_no_clock() => ARequest().SentTo("CSUN").Shipped().Received()
        .Staff(Trigger.Loan)
        .ShouldBe(LoanedItemToPatron, "SH-8")
        .WithDeadlines();

    [Fact, Clause("SH-8")]
    public void What_is_not_for_loan_is_not_lent() => ARequest().In(ReceivedNotForLoan).Staff(Trigger.Loan).ShouldBeRefused(null);

    [Fact, Clause("SH-9")]
    public void Staff_hear_of_a_hold_that_expired() => ARequest().In(PhysicallyReceivedByLibrary)
        .Due()
        .ShouldBe(PhysicallyReceivedByLibrary, "SH-9")
        .WithEffects("AlertStaff(HoldExpired)").WithoutRecords()
        .WithDeadlines()
        .WithRequest(request => Assert.Equal((true, Start, ItemPlace.OnHoldShelf), (request.Facts.HoldExpired, request.EnteredAt, request.Place)));

    [Theory, Clause("SH-10")]
    [InlineData(PhysicallyReceivedByLibrary)]
    [InlineData(ReceivedNotForLoan)]
    public void An_item_that_was_not_lent_goes_back(BorrowingStatus status) => ARequest()
        .Submitted(new() { Volumes = ["v1", "v2"] }).In(status)
        .Staff(Trigger.ReturnToPartner, new() { Volumes = ["v1"] })
        .ShouldBe(ReturnedItemToPartner, "SH-10")
        .WithEffects("DeleteTemporaryItem", "SendReturned").WithEffectTo("CSUN", "SendReturned").WithoutRecords()
        .WithDeadlines()
        .ActiveIs("CSUN")
        .VolumesAre("v1 here gone", "v2 here")
        .WithRequest(request =>
        {
            Assert.Equal((TemporaryItem.Deleted, ItemPlace.Elsewhere), (request.TemporaryItem, request.Place));
            Assert.Equal((status, ItemPlace.OnHoldShelf), (request.BeforeReturn!.Status, request.BeforeReturn.Place));
            Assert.Null(request.HoldExpiresAt);
            Assert.Equal(LifeSteps.Sent | LifeSteps.Shipped | LifeSteps.Received | LifeSteps.Returned, request.Facts.Done);
        });

    [Fact, Clause("SH-11"), Clause("AP-19")]
    public void A_ship_message_after_the_receipt_brings_its_due_date_and_volumes() => ARequest().In(RequestSentToPartner)
        .Staff(Trigger.Receive)
        .WithRequest(request => Assert.Equal(LifeSteps.Shipped, request.Facts.Skipped))
        .Partner("CSUN", Trigger.PartnerShipped, new() { DueDate = LenderDue, Volumes = ["v1"] })
        .ShouldBe(PhysicallyReceivedByLibrary, "SH-11")
        .WithoutEffects().WithoutRecords()
        .WithDeadline(DeadlineKind.HoldExpiry, HoldEnds)
        .VolumesAre("v1")
        .WithRequest(request =>
        {
            Assert.Equal((LenderDue, LifeSteps.None), (request.LenderDueDate, request.Facts.Skipped));
            Assert.Equal(LifeSteps.Sent | LifeSteps.Shipped | LifeSteps.Received, request.Facts.Done);
        });

    [Fact, Clause("SH-11")]
    public void A_loan_that_runs_to_the_lenders_due_date_follows_it() => ARequest().SentTo("CSUN").Shipped(LenderDue).Received().Loaned()
        .StaffFor("CSUN", Trigger.PartnerShipped, new() { DueDate = LenderDue.AddDays(3) })
        .ShouldBe(LoanedItemToPatron, "SH-11")
        .WithDeadline(DeadlineKind.DueDate, LenderDue.AddDays(3));

    [Fact, Clause("SH-11")]
    public void A_ship_message_is_welcome_wherever_the_item_is()
    {
        foreach (var status in StatusGroups.PostShip)
        {
            ARequest().In(status).Partner("CSUN", Trigger.PartnerShipped, new() { DueDate = LenderDue.AddDays(5) })
                .ShouldBe(status, "SH-11").WithoutEffects()
                .WithRequest(request => Assert.Equal(LenderDue.AddDays(5), request.LenderDueDate));
        }
    }

    [Theory, Clause("SH-12")]
    [InlineData(ShippedDigitally, false)]
    [InlineData(DigitallyReceivedByLibrary, true)]
    public void One_more_file_is_delivered_too(BorrowingStatus status, bool byStaff) => ARequest().In(status)
        .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerShippedDigitally)
        .ShouldBe(status, "SH-12")
        .WithEffects("DeliverFile").WithoutRecords()
        .WithDeadlines();

    [Theory, Clause("SH-13")]
    [InlineData(Trigger.Receive, PhysicallyReceivedByLibrary)]
    [InlineData(Trigger.ReceiveNotForLoan, ReceivedNotForLoan)]
    public void Volumes_arrive_one_by_one(Trigger first, BorrowingStatus status) => ARequest()
        .Submitted(new() { Volumes = ["v1", "v2", "v3"] }).In(ShippedPhysically)
        .Staff(first, new() { Volumes = ["v1"] })
        .Staff(Trigger.Receive, new() { Volumes = ["v2"] })
        .ShouldBe(status, "SH-13")
        .WithEffects("SendReceived").WithEffectTo("CSUN", "SendReceived").WithoutRecords()
        .VolumesAre("v1 here", "v2 here", "v3")
        .Staff(Trigger.Receive)
        .ShouldBe(status, "SH-13")
        .VolumesAre("v1 here", "v2 here", "v3 here")
        .Staff(Trigger.Receive)
        .ShouldBeRefused("SH-13");

    [Fact, Clause("SH-3"), Clause("SH-11")]
    public void The_next_lenders_due_date_is_not_the_one_of_the_lender_that_took_its_shipment_back() => ARequest().In(ShippedPhysically)
        .Answered(Trigger.PartnerUnshipped).Sent().Shipped().Received()
        .WithEntry("SDLAW", entry => Assert.Equal(EntryState.Shipped, entry.State))
        .WithRequest(request => Assert.Null(request.DueDate));
}
