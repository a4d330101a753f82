using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>The LN clauses from the return on, those of lost and damaged items, and the RE clauses.</summary>
public class ReturnClauseTests
{
    private static readonly string[] LateSteps = ["Skipped(Received)", "Skipped(Loaned)", "Skipped(Returned)"];

    public static TheoryData<BorrowingStatus> OnLoan => [.. StatusGroups.OnLoan];

    public static TheoryData<BorrowingStatus> OnLoanOrBack => [.. StatusGroups.OnLoan, ReturnedByPatron];

    public static TheoryData<BorrowingStatus> HereOrOnLoan => [PhysicallyReceivedByLibrary, ReceivedNotForLoan, .. StatusGroups.OnLoan, ReturnedByPatron];

    public static TheoryData<BorrowingStatus> ShippedOrLater => [ShippedPhysically, PhysicallyReceivedByLibrary, ReceivedNotForLoan, .. StatusGroups.OnLoan, ReturnedByPatron, ReturnedItemToPartner];

    public static TheoryData<BorrowingStatus> Trouble => [.. StatusGroups.Trouble];

    [Theory, Clause("LN-12")]
    [MemberData(nameof(OnLoan))]
    public void An_item_returned_at_a_branch_travels_to_the_library(BorrowingStatus status) => ARequest().In(status)
        .Staff(Trigger.ReturnAtBranch, new() { Branch = "Branch" })
        .ShouldBe(ReturnedByPatron, "LN-12")
        .WithEffects("DischargeLoan", "TransitToResourceSharingLibrary").WithoutRecords()
        .WithDeadlines()
        .WithRequest(request => Assert.Equal(
            (false, ItemPlace.InTransitToLibrary, TemporaryItem.Stands), (request.OnLoan, request.Place, request.TemporaryItem)));

    [Fact, Clause("LN-12")]
    public void A_branch_that_is_not_named_is_another_one() => ARequest().In(LoanedItemToPatron)
        .Staff(Trigger.ReturnAtBranch)
        .ShouldBe(ReturnedByPatron, "LN-12");

    [Fact, Clause("LN-12")]
    public void The_resource_sharing_library_is_no_branch() => ARequest().In(LoanedItemToPatron)
        .Staff(Trigger.ReturnAtBranch, new() { Branch = Library })
        .ShouldBeRefused("LN-12");

    [Theory, Clause("LN-13")]
    [MemberData(nameof(OnLoanOrBack))]
    public void The_item_goes_back_to_the_lender(BorrowingStatus status)
    {
        foreach (var trigger in new[] { Trigger.ReturnToPartner, Trigger.ScanIn })
        {
            ARequest().Submitted(new() { Volumes = ["v1", "v2"] }).In(status)
                .Staff(trigger)
                .ShouldBe(ReturnedItemToPartner, "LN-13")
                .WithEffects("DischargeLoan", "DeleteTemporaryItem", "SendReturned").WithEffectTo("CSUN", "SendReturned").WithoutRecords()
                .WithDeadlines()
                .ActiveIs("CSUN")
                .VolumesAre("v1 here gone", "v2 here gone")
                .WithRequest(request =>
                {
                    Assert.Equal((false, ItemPlace.Elsewhere, TemporaryItem.Deleted), (request.OnLoan, request.Place, request.TemporaryItem));
                    Assert.Equal((status, status != ReturnedByPatron, true), (request.BeforeReturn!.Status, request.BeforeReturn.OnLoan, request.BeforeReturn.HadTemporaryItem));
                    Assert.True(request.Facts.Done.HasFlag(LifeSteps.Returned));
                });
        }
    }

    [Theory, Clause("LN-14")]
    [MemberData(nameof(ShippedOrLater))]
    public void Staff_report_the_item_lost(BorrowingStatus status)
    {
        var scene = ARequest().In(status);
        var (onLoan, item) = (scene.Request.OnLoan, scene.Request.TemporaryItem);
        scene.Staff(Trigger.ReportLost)
            .ShouldBe(LostCommunicated, "LN-14")
            .WithEffects("SendLost").WithEffectTo("CSUN", "SendLost").WithoutRecords()
            .WithDeadlines()
            .WithRequest(request => Assert.Equal((onLoan, item), (request.OnLoan, request.TemporaryItem)));
    }

    [Theory, Clause("LN-15")]
    [MemberData(nameof(HereOrOnLoan))]
    public void Staff_report_the_item_damaged(BorrowingStatus status) => ARequest().In(status)
        .Staff(Trigger.ReportDamaged)
        .ShouldBe(DamagedCommunicated, "LN-15")
        .WithEffects("SendNote(Damaged)").WithEffectTo("CSUN", "SendNote(Damaged)").WithoutRecords()
        .WithDeadlines();

    [Theory, Clause("LN-15")]
    [InlineData(ShippedPhysically)]
    [InlineData(ReturnedItemToPartner)]
    public void What_is_in_transit_cannot_be_reported_damaged(BorrowingStatus status) => ARequest().In(status)
        .Staff(Trigger.ReportDamaged)
        .ShouldBeRefused(null);

    [Theory, Clause("LN-16")]
    [InlineData(LostCommunicated)]
    [InlineData(DeclaredLostByPartner)]
    public void The_lost_item_is_paid_for(BorrowingStatus status) => ARequest().In(status)
        .Staff(Trigger.PayLostFee)
        .ShouldBe(LostAndFeePaid, "LN-16")
        .WithoutEffects().WithoutRecords()
        .WithDeadlines();

    [Theory, Clause("LN-17")]
    [MemberData(nameof(Trouble))]
    public void A_lost_or_damaged_item_goes_back_after_all(BorrowingStatus status) => ARequest().In(status)
        .Staff(Trigger.ReturnToPartner)
        .ShouldBe(ReturnedItemToPartner, "LN-17")
        .WithEffects("DischargeLoan", "DeleteTemporaryItem", "SendReturned").WithEffectTo("CSUN", "SendReturned").WithoutRecords()
        .WithRequest(request =>
        {
            Assert.Equal((false, ItemPlace.Elsewhere, TemporaryItem.Deleted), (request.OnLoan, request.Place, request.TemporaryItem));
            Assert.Equal(status, request.BeforeReturn!.Status);
        });

    [Fact, Clause("LN-18")]
    public void The_partner_declares_the_item_lost()
    {
        foreach (var status in StatusGroups.PostShip - [LostAndFeePaid])
        {
            ARequest().In(status)
                .ByPartnerOrStaff(status == ShippedPhysically, "CSUN", Trigger.PartnerDeclaredLost)
                .ShouldBe(DeclaredLostByPartner, "LN-18")
                .WithEffects("AlertStaff(DeclaredLost)").WithoutRecords()
                .WithDeadlines();
        }
    }

    [Theory, Clause("LN-19")]
    [MemberData(nameof(Trouble))]
    public void The_partner_closes_a_lost_item_without_a_return(BorrowingStatus status) => ARequest().In(status)
        .ByPartnerOrStaff(status == LostAndFeePaid, "CSUN", Trigger.PartnerCompletedWithoutReturn)
        .ShouldBe(RequestCompleted, "LN-19")
        .WithEffects("DeleteTemporaryItem").WithoutRecords()
        .WithDeadlines()
        .ActiveIs(null)
        .WithRequest(request =>
        {
            Assert.Equal(TemporaryItem.Deleted, request.TemporaryItem);
            Assert.Equal(("LN-19", status, false), (request.Facts.ClosedBy, request.Facts.ClosedFrom, request.Facts.ClosedByCheckIn));
        });

    [Fact, Clause("LN-23")]
    public void The_partner_closes_without_a_return_and_what_was_skipped_is_on_record()
    {
        foreach (var status in StatusGroups.PostShip - StatusGroups.Trouble)
        {
            var item = status == ReturnedItemToPartner ? TemporaryItem.Deleted : TemporaryItem.Stands;
            ARequest().In(status)
                .ByPartnerOrStaff(status == ReceivedNotForLoan, "CSUN", Trigger.PartnerCompletedWithoutReturn)
                .ShouldBe(RequestCompleted, "LN-23")
                .WithoutEffects().WithRecords(RecordsFrom(status))
                .WithDeadlines()
                .ActiveIs(null)
                .WithRequest(request => Assert.Equal(
                    (item, "LN-23", false), (request.TemporaryItem, request.Facts.ClosedBy, request.Facts.ClosedByCheckIn)));
        }
    }

    [Theory, Clause("RE-1")]
    [InlineData(false)]
    [InlineData(true)]
    public void The_lenders_check_in_completes_a_returned_request(bool byStaff) => ARequest().In(ReturnedItemToPartner)
        .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerCheckedIn)
        .ShouldBe(RequestCompleted, "RE-1")
        .WithoutEffects().WithoutRecords()
        .WithDeadlines()
        .RotaIs("CSUN Shipped", "SDLAW Pending").ActiveIs(null)
        .WithRequest(request =>
        {
            Assert.Equal(("RE-1", ReturnedItemToPartner, true), (request.Facts.ClosedBy, request.Facts.ClosedFrom, request.Facts.ClosedByCheckIn));
            Assert.Equal((LifeSteps.None, TemporaryItem.Deleted), (request.Facts.Skipped, request.TemporaryItem));
            Assert.True(request.Facts.Done.HasFlag(LifeSteps.CheckedIn));
        });

    [Fact, Clause("RE-2")]
    public void The_lenders_check_in_closes_from_every_status_after_shipping()
    {
        foreach (var status in StatusGroups.PostShip - [ReturnedItemToPartner])
        {
            ARequest().In(status)
                .ByPartnerOrStaff(status == OverdueRequest, "CSUN", Trigger.PartnerCheckedIn)
                .ShouldBe(RequestCompleted, "RE-2")
                .WithoutEffects().WithRecords(RecordsFrom(status))
                .WithDeadlines()
                .ActiveIs(null)
                .WithRequest(request =>
                {
                    Assert.Equal(("RE-2", status, true), (request.Facts.ClosedBy, request.Facts.ClosedFrom, request.Facts.ClosedByCheckIn));
                    Assert.Equal(TemporaryItem.Stands, request.TemporaryItem);
                });
        }
    }

    [Fact, Clause("RE-2")]
    public void Every_step_that_was_skipped_is_kept() => ARequest().In(ShippedPhysically)
        .Partner("CSUN", Trigger.PartnerCheckedIn)
        .WithRequest(request => Assert.Equal(LifeSteps.Received | LifeSteps.Loaned | LifeSteps.Returned, request.Facts.Skipped));

    [Fact, Clause("RE-3")]
    public void An_undone_return_brings_the_loan_and_its_clock_back() => ARequest()
        .Submitted(new() { Volumes = ["v1"] }).In(ReturnedItemToPartner)
        .Staff(Trigger.UndoReturn)
        .ShouldBe(LoanedItemToPatron, "RE-3")
        .WithEffects("RestoreTemporaryItem", "RestoreLoan", "SendNote(ReturnUndone)").WithoutRecords()
        .WithEffect("RestoreLoan", effect => Assert.Equal(PatronDue, effect.DueDate)).WithEffectTo("CSUN", "SendNote(ReturnUndone)")
        .WithDeadline(DeadlineKind.DueDate, PatronDue)
        .ActiveIs("CSUN")
        .VolumesAre("v1 here")
        .WithRequest(request => Assert.Equal(
            (true, ItemPlace.WithPatron, TemporaryItem.Stands), (request.OnLoan, request.Place, request.TemporaryItem)));

    [Fact, Clause("RE-3")]
    public void Where_there_was_no_loan_none_is_brought_back() => ARequest().In(PhysicallyReceivedByLibrary).Returned()
        .Staff(Trigger.UndoReturn)
        .ShouldBe(PhysicallyReceivedByLibrary, "RE-3")
        .WithEffects("RestoreTemporaryItem", "SendNote(ReturnUndone)")
        .WithDeadline(DeadlineKind.HoldExpiry, Start.AddDays(14))
        .WithRequest(request =>
        {
            Assert.Equal((false, ItemPlace.OnHoldShelf), (request.OnLoan, request.Place));
            Assert.Equal(Start.AddDays(14), request.HoldExpiresAt);
        });

    [Fact, Clause("RE-3")]
    public void A_clock_that_ran_out_meanwhile_fires_at_once() => ARequest().In(ReturnedItemToPartner).AfterDays(60)
        .Staff(Trigger.UndoReturn)
        .WithDeadline(DeadlineKind.DueDate, PatronDue)
        .Due()
        .ShouldBe(OverdueRequest, "LN-8");

    [Fact, Clause("RE-3")]
    public void Where_nothing_is_remembered_there_is_nothing_to_undo() => ARequest()
        .Imported(ReturnedItemToPartner, "CSUN")
        .Staff(Trigger.UndoReturn)
        .ShouldBeRefused("RE-3");

    [Fact, Clause("RE-4")]
    public void Volumes_go_back_one_by_one() => ARequest()
        .Submitted(new() { Volumes = ["v1", "v2", "v3"] }).In(LoanedItemToPatron)
        .Staff(Trigger.ReturnToPartner, new() { Volumes = ["v1"] })
        .Staff(Trigger.ReturnToPartner, new() { Volumes = ["v2"] })
        .ShouldBe(ReturnedItemToPartner, "RE-4")
        .WithEffects("SendReturned").WithEffectTo("CSUN", "SendReturned").WithoutRecords()
        .VolumesAre("v1 here gone", "v2 here gone", "v3 here")
        .Staff(Trigger.ReturnToPartner)
        .ShouldBe(ReturnedItemToPartner, "RE-4")
        .VolumesAre("v1 here gone", "v2 here gone", "v3 here gone")
        .Staff(Trigger.ReturnToPartner)
        .ShouldBeRefused("RE-4");

    /// <summary>What a close without a return puts on record, from a status that was reached in the ordinary way.</summary>
    private static string[] RecordsFrom(BorrowingStatus status) => status switch
    {
        ShippedPhysically => [.. LateSteps, "TemporaryItemLeft"],
        PhysicallyReceivedByLibrary or ReceivedNotForLoan => [.. LateSteps[1..], "TemporaryItemLeft"],
        ReturnedItemToPartner => [],
        _ => [.. LateSteps[2..], "TemporaryItemLeft"],
    };
}
