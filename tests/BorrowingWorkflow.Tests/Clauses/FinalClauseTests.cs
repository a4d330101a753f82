using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>The FI clauses that close, hand on, replace and purge, and the tidying after the close.</summary>
public class FinalClauseTests
{
    private static readonly StatusSet Exportable = [Created, PendingApproval, LocalHolding, BadCitation, LocateFailed, RejectedByPartner, Expired];

    public static TheoryData<BorrowingStatus> Trouble => [.. StatusGroups.Trouble];

    public static TheoryData<BorrowingStatus> Exportables => [.. Exportable];

    public static TheoryData<BorrowingStatus> Purgeable => [.. StatusGroups.Final - [Deleted]];

    [Fact, Clause("FI-1")]
    public void Staff_complete_from_every_open_status()
    {
        foreach (var status in StatusGroups.NotFinal)
        {
            ARequest().In(status)
                .Staff(Trigger.Complete)
                .ShouldBe(RequestCompleted, "FI-1")
                .WithDeadlines()
                .ActiveIs(null)
                .WithRequest(request =>
                {
                    Assert.Equal(("FI-1", status, "kim"), (request.Facts.ClosedBy, request.Facts.ClosedFrom, request.Facts.ClosedByWhom));
                    Assert.Equal(status, request.BeforeClose!.Status);
                    Assert.Equal(LifeSteps.None, request.Facts.Skipped & request.Facts.Done);
                });
        }
    }

    [Fact, Clause("FI-1")]
    public void A_request_that_was_not_sent_is_withdrawn() => ARequest().In(ReadyToBeSent)
        .Staff(Trigger.Complete)
        .ShouldBe(RequestCompleted, "FI-1")
        .WithoutEffects()
        .WithRecords("Skipped(Sent)", "Skipped(Shipped)", "Skipped(Received)", "Skipped(Loaned)", "Skipped(Returned)")
        .Withdrawing(1)
        .RotaIs("CSUN Closed", "SDLAW Pending")
        .WithRequest(request =>
        {
            Assert.Equal(LifeSteps.Sent | LifeSteps.Shipped | LifeSteps.Received | LifeSteps.Loaned | LifeSteps.Returned, request.Facts.Skipped);
            Assert.True(request.Facts.ClosedUnshipped);
        });

    [Fact, Clause("FI-1")]
    public void A_partner_that_may_hold_the_request_is_told()
    {
        foreach (var status in StatusGroups.AtPartner | [WaitingForCancelResponse])
        {
            ARequest().In(status)
                .Staff(Trigger.Complete)
                .ShouldBe(RequestCompleted, "FI-1")
                .WithEffects("TellPartner(Cancel)").WithEffectTo("CSUN", "TellPartner(Cancel)")
                .WithRecords("Skipped(Shipped)", "Skipped(Received)", "Skipped(Loaned)", "Skipped(Returned)")
                .RotaIs("CSUN Closed", "SDLAW Pending");
        }
    }

    [Fact, Clause("FI-1")]
    public void A_partner_that_has_shipped_is_not_told() => ARequest().In(ShippedPhysically)
        .Staff(Trigger.Complete)
        .WithoutEffects()
        .WithRecords("Skipped(Received)", "Skipped(Loaned)", "Skipped(Returned)")
        .RotaIs("CSUN Shipped", "SDLAW Pending")
        .WithRequest(request => Assert.Equal((false, TemporaryItem.Stands), (request.Facts.ClosedUnshipped, request.TemporaryItem)));

    [Fact, Clause("FI-1")]
    public void A_partner_whose_item_is_here_is_not_told() => ARequest().In(RequestSentToPartner)
        .Staff(Trigger.Receive).Completed()
        .WithoutEffects();

    [Theory, Clause("FI-1")]
    [MemberData(nameof(Trouble))]
    public void Completing_a_lost_or_damaged_one_deletes_the_temporary_item(BorrowingStatus status) => ARequest().In(status)
        .Staff(Trigger.Complete)
        .ShouldBe(RequestCompleted, "FI-1")
        .WithEffects("DeleteTemporaryItem")
        .WithRecords("Skipped(Returned)")
        .WithRequest(request => Assert.Equal(TemporaryItem.Deleted, request.TemporaryItem));

    [Theory, Clause("FI-3")]
    [InlineData(LocateFailed)]
    [InlineData(RejectedByPartner)]
    [InlineData(Expired)]
    [InlineData(CancelledByPatron)]
    [InlineData(CancelledByStaff)]
    [InlineData(CancelledByPartner)]
    [InlineData(RequestCompleted)]
    [InlineData(ReadyToBeSent)]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    [InlineData(WillSupply)]
    [InlineData(Conditional)]
    public void The_wish_is_submitted_again(BorrowingStatus status) => ARequest().In(status)
        .Staff(Trigger.Resubmit)
        .ShouldBe(status, "FI-3")
        .WithEffects("SubmitReplacement").WithoutRecords()
        .WithEffect("SubmitReplacement", effect => Assert.NotNull(effect.Replacement))
        .WithRequest(request => Assert.NotNull(request.ReplacedBy));

    [Theory, Clause("FI-4")]
    [MemberData(nameof(Exportables))]
    public void A_request_is_exported(BorrowingStatus status) => ARequest().In(status)
        .Staff(Trigger.Export)
        .ShouldBe(ExportedToThirdParty, "FI-4")
        .WithoutEffects().WithoutRecords();

    [Fact, Clause("FI-4")]
    public void Exporting_withdraws_what_was_not_sent() => ARequest().In(ReadyToBeSent)
        .Staff(Trigger.Export)
        .ShouldBe(ExportedToThirdParty, "FI-4")
        .WithoutEffects().Withdrawing(1)
        .RotaIs("CSUN Closed", "SDLAW Pending").ActiveIs(null);

    [Fact, Clause("FI-4")]
    public void Exporting_tells_a_partner_that_may_hold_the_request() => ARequest().In(ReadyToBeSent).SendFailed(SendOutcome.Unknown)
        .Staff(Trigger.Export)
        .ShouldBe(ExportedToThirdParty, "FI-4")
        .WithEffects("TellPartner(Cancel)").WithEffectTo("CSUN", "TellPartner(Cancel)").Withdrawing(1);

    [Theory, Clause("FI-5")]
    [MemberData(nameof(Exportables))]
    public void A_wish_is_filled_elsewhere(BorrowingStatus status) => ARequest().In(status)
        .Staff(Trigger.ObtainExternally)
        .ShouldBe(ExternallyObtained, "FI-5")
        .WithoutEffects().WithoutRecords();

    [Fact, Clause("FI-5")]
    public void Filling_it_elsewhere_withdraws_what_was_not_sent() => ARequest().In(ReadyToBeSent)
        .Staff(Trigger.ObtainExternally)
        .ShouldBe(ExternallyObtained, "FI-5")
        .WithoutEffects().Withdrawing(1)
        .RotaIs("CSUN Closed", "SDLAW Pending").ActiveIs(null);

    [Fact, Clause("FI-5")]
    public void Filling_it_elsewhere_tells_a_partner_that_may_hold_the_request() => ARequest().In(ReadyToBeSent).SendUnderWay()
        .Staff(Trigger.ObtainExternally)
        .ShouldBe(ExternallyObtained, "FI-5")
        .WithEffects("TellPartner(Cancel)").WithEffectTo("CSUN", "TellPartner(Cancel)").Withdrawing(0);

    [Theory, Clause("FI-6")]
    [MemberData(nameof(Purgeable))]
    public void A_purge_leaves_no_patron_data(BorrowingStatus status)
    {
        var scene = ARequest().Where(options => options.Retention = TimeSpan.FromDays(90))
            .In(status)
            .Staff(Trigger.AddNote, new() { Text = "n" })
            .Due()
            .ShouldBe(Deleted, "FI-6")
            .WithEffects("ErasePatronData").WithoutRecords()
            .WithDeadlines()
            .WithRequest(request =>
            {
                Assert.Equal((null, new Citation(), null), (request.Patron, request.Citation, request.Pickup));
                Assert.Empty(request.Notes);
                Assert.Empty(request.Messages);
            });
        Assert.Equal(Start.AddDays(90), scene.Now);
        Assert.True(scene.Save.ErasesPatronData);
    }

    [Fact, Clause("FI-6")]
    public void Nothing_is_purged_before_the_retention_is_over() => ARequest()
        .Where(options => options.Retention = TimeSpan.FromDays(90)).In(RequestCompleted)
        .WithDeadline(DeadlineKind.Retention, Start.AddDays(90))
        .AfterDays(89).System(Trigger.Purge)
        .ShouldBeOutOfSequence();

    [Fact, Clause("FI-6")]
    public void Without_a_retention_period_only_the_host_purges() => ARequest().In(RequestCompleted)
        .WithDeadlines()
        .AfterDays(9000).System(Trigger.Purge)
        .ShouldBe(Deleted, "FI-6").WithEffects("ErasePatronData");

    [Theory, Clause("FI-10")]
    [InlineData(RequestCompleted)]
    [InlineData(CancelledByPatron)]
    [InlineData(CancelledByStaff)]
    [InlineData(CancelledByPartner)]
    [InlineData(RejectedByPartner)]
    [InlineData(Expired)]
    public void A_check_in_after_the_close_is_no_news(BorrowingStatus status) =>
        NoNews(status, Trigger.PartnerCheckedIn, "FI-10");

    [Theory, Clause("FI-11")]
    [InlineData(RequestCompleted)]
    [InlineData(CancelledByPatron)]
    [InlineData(CancelledByStaff)]
    [InlineData(CancelledByPartner)]
    [InlineData(RejectedByPartner)]
    [InlineData(Expired)]
    public void An_answer_that_ends_what_is_over_is_no_news(BorrowingStatus status)
    {
        foreach (var trigger in new[] { Trigger.PartnerAcceptedCancel, Trigger.PartnerCancelled, Trigger.PartnerRejected, Trigger.PartnerExpired })
        {
            NoNews(status, trigger, "FI-11");
        }
    }

    [Theory, Clause("FI-13")]
    [InlineData(RequestCompleted, false)]
    [InlineData(CancelledByPatron, true)]
    [InlineData(CancelledByStaff, false)]
    [InlineData(CancelledByPartner, true)]
    [InlineData(RejectedByPartner, false)]
    [InlineData(Expired, true)]
    public void A_cancellation_refused_after_the_close_is_for_staff(BorrowingStatus status, bool byStaff) => ARequest().In(status)
        .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerRefusedCancel)
        .ShouldBe(status, "FI-13")
        .WithEffects("AlertStaff(CancelRefused)").WithoutRecords();

    [Theory, Clause("FI-15")]
    [InlineData(Trigger.PartnerOverdue, false)]
    [InlineData(Trigger.PartnerRecalled, true)]
    [InlineData(Trigger.PartnerDeclaredLost, false)]
    public void A_lender_that_misses_its_item_is_for_staff(Trigger trigger, bool byStaff) => ARequest().In(RequestCompleted)
        .ByPartnerOrStaff(byStaff, "CSUN", trigger)
        .ShouldBe(RequestCompleted, "FI-15")
        .WithEffects("AlertStaff(LenderMissesItem)").WithoutRecords();

    [Fact, Clause("FI-17")]
    public void Scanning_in_a_completed_item_cleans_up_after_it() => ARequest().In(LoanedItemToPatron).Completed()
        .Staff(Trigger.ScanIn)
        .ShouldBe(RequestCompleted, "FI-17")
        .WithEffects("DischargeLoan", "DeleteTemporaryItem", "SendReturned", "RouteItemBack")
        .WithEffectTo("CSUN", "SendReturned").WithEffectTo("CSUN", "RouteItemBack")
        .WithRecords("CleanedUp")
        .WithRequest(request => Assert.Equal(
            (false, TemporaryItem.Deleted, ItemPlace.Elsewhere), (request.OnLoan, request.TemporaryItem, request.Place)));

    [Fact, Clause("FI-17")]
    public void An_item_that_was_not_on_loan_is_not_discharged() => ARequest().In(PhysicallyReceivedByLibrary).Completed()
        .Staff(Trigger.ScanIn)
        .ShouldBe(RequestCompleted, "FI-17")
        .WithEffects("DeleteTemporaryItem", "SendReturned", "RouteItemBack")
        .WithRecords("CleanedUp");

    [Fact, Clause("FI-17"), Clause("RE-2")]
    public void An_item_that_the_lender_has_is_not_sent_back() => ARequest().In(LoanedItemToPatron).Answered(Trigger.PartnerCheckedIn)
        .Staff(Trigger.ScanIn)
        .ShouldBe(RequestCompleted, "FI-17")
        .WithEffects("DischargeLoan", "DeleteTemporaryItem")
        .WithRecords("CleanedUp");

    [Theory, Clause("FI-18")]
    [InlineData(false)]
    [InlineData(true)]
    public void A_temporary_item_that_was_left_behind_is_removed(bool onLoan)
    {
        string[] effects = onLoan ? ["DischargeLoan", "DeleteTemporaryItem"] : ["DeleteTemporaryItem"];
        ARequest().In(onLoan ? LoanedItemToPatron : PhysicallyReceivedByLibrary).Answered(Trigger.PartnerCheckedIn)
            .Staff(Trigger.RemoveTemporaryItem)
            .ShouldBe(RequestCompleted, "FI-18")
            .WithEffects(effects)
            .WithRecords("CleanedUp")
            .WithRequest(request => Assert.Equal((false, TemporaryItem.Deleted), (request.OnLoan, request.TemporaryItem)))
            .Staff(Trigger.RemoveTemporaryItem)
            .ShouldBeRefused("FI-18");
    }

    [Fact, Clause("FI-18")]
    public void Where_no_temporary_item_stands_there_is_none_to_remove() => ARequest().In(RequestCompleted)
        .WithRequest(request => Assert.Equal(TemporaryItem.Deleted, request.TemporaryItem))
        .Staff(Trigger.RemoveTemporaryItem)
        .ShouldBeRefused("FI-18");

    private static void NoNews(BorrowingStatus status, Trigger trigger, string clause)
    {
        foreach (var byStaff in new[] { false, true })
        {
            ARequest().In(status)
                .ByPartnerOrStaff(byStaff, "CSUN", trigger)
                .ShouldBe(status, clause)
                .WithoutEffects().WithoutRecords()
                .WithDeadlines();
        }
    }
}
