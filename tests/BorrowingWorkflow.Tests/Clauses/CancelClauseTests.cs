using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>Cancelling: how it begins, and what arrives after the end. What may answer it is in <see cref="CancelAnswerClauseTests"/>.</summary>
public class CancelClauseTests
{
    [Theory]
    [Clause("CA-1"), Clause("CA-2")]
    [InlineData(Created)]
    [InlineData(PendingApproval)]
    [InlineData(LocalHolding)]
    [InlineData(BadCitation)]
    [InlineData(LocateFailed)]
    public void What_no_partner_has_seen_is_cancelled_at_once(BorrowingStatus from)
    {
        ARequest().In(from).Patron(Trigger.CancelByPatron)
            .ShouldBe(CancelledByPatron, "CA-1").WithEffects("NotifyPatron(Cancelled)").WithRecords();
        ARequest().In(from).Staff(Trigger.CancelByStaff)
            .ShouldBe(CancelledByStaff, "CA-2").WithEffects("NotifyPatron(SuggestIll)").WithRecords();
    }

    [Fact]
    [Clause("CA-3"), Clause("CA-4"), Clause("CA-5"), Clause("CA-6")]
    public void A_partner_that_cannot_hold_the_request_is_not_asked()
    {
        ARequest().In(ReadyToBeSent).Patron(Trigger.CancelByPatron)
            .ShouldBe(CancelledByPatron, "CA-3").WithEffects("NotifyPatron(Cancelled)").Withdrawing(1).WithRecords().WithDeadlines()
            .RotaIs("CSUN Closed", "SDLAW Pending").ActiveIs(null);
        ARequest().In(ReadyToBeSent).SendFailed(SendOutcome.NotDelivered).Staff(Trigger.CancelByStaff)
            .ShouldBe(CancelledByStaff, "CA-4").WithEffects("NotifyPatron(SuggestIll)").Withdrawing(1).WithRecords().WithDeadlines()
            .RotaIs("CSUN Closed", "SDLAW Pending").ActiveIs(null);
    }

    [Theory]
    [Clause("CA-3"), Clause("CA-4"), Clause("CA-5"), Clause("CA-6")]
    [InlineData(Actor.Patron, "CA-5")]
    [InlineData(Actor.Staff, "CA-6")]
    public void A_partner_that_may_hold_the_request_is_asked(Actor by, string clause)
    {
        var trigger = by == Actor.Patron ? Trigger.CancelByPatron : Trigger.CancelByStaff;
        ARequest().In(ReadyToBeSent).SendUnderWay().Fire(trigger, by, null, null)
            .ShouldBe(WaitingForCancelResponse, clause).WithEffects("SendCancel").Withdrawing(0);

        ARequest().In(ReadyToBeSent).SendFailed(SendOutcome.Unknown).AfterDays(1).Fire(trigger, by, null, null)
            .ShouldBe(WaitingForCancelResponse, clause).WithEffects("SendCancel").WithEffectTo("CSUN", "SendCancel").Withdrawing(1).WithRecords()
            .WithDeadline(DeadlineKind.CancelResponse, Start.AddDays(6)).ActiveIs("CSUN")
            .WithRequest(request => Assert.Equal((RequestSentToPartner, by, false), MemoryOf(request)));
    }

    [Theory]
    [Clause("CA-7"), Clause("CA-8")]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    [InlineData(WillSupply)]
    [InlineData(Conditional)]
    public void The_partner_that_holds_the_request_is_asked_and_the_status_remembered(BorrowingStatus from)
    {
        ARequest().In(from).AfterDays(1).Patron(Trigger.CancelByPatron)
            .ShouldBe(WaitingForCancelResponse, "CA-7").WithEffects("SendCancel").WithEffectTo("CSUN", "SendCancel").WithRecords()
            .WithDeadline(DeadlineKind.CancelResponse, Start.AddDays(6)).RotaIs("CSUN Active", "SDLAW Pending")
            .WithRequest(request => Assert.Equal((from, Actor.Patron, false), MemoryOf(request)));
        ARequest().In(from).AfterDays(1).Staff(Trigger.CancelByStaff)
            .ShouldBe(WaitingForCancelResponse, "CA-8").WithEffects("SendCancel").WithEffectTo("CSUN", "SendCancel").WithRecords()
            .WithDeadline(DeadlineKind.CancelResponse, Start.AddDays(6)).RotaIs("CSUN Active", "SDLAW Pending")
            .WithRequest(request => Assert.Equal((from, Actor.Staff, false), MemoryOf(request)));
    }

    [Theory]
    [Clause("CA-22")]
    [InlineData(RejectedByPartner)]
    [InlineData(Expired)]
    public void A_rejected_request_that_was_kept_is_cancelled_and_the_patron_told(BorrowingStatus from)
    {
        ARequest().Where(options => options.KeepRejectedActive = true).In(from).Staff(Trigger.CancelByStaff)
            .ShouldBe(CancelledByStaff, "CA-22").WithEffects("NotifyPatron(SuggestIll)").WithRecords();
        ARequest().In(from).Staff(Trigger.CancelByStaff).ShouldBeRefused("CA-22");
    }

    [Theory]
    [Clause("CA-23")]
    [InlineData(Actor.Patron)]
    [InlineData(Actor.Staff)]
    public void A_patron_who_withdraws_while_it_is_on_its_way_lets_it_go_back_at_once(Actor by) =>
        ARequest().In(ShippedPhysically).Fire(Trigger.PatronWithdrew, by, null, null)
            .ShouldBe(ShippedPhysically, "CA-23").WithEffects("CancelHold").WithRecords()
            .Staff(Trigger.Receive).ShouldBe(PhysicallyReceivedByLibrary, "SH-1").WithEffects("SendReceived", "AlertStaff(ReturnAtOnce)").WithDeadlines();

    [Theory]
    [Clause("CA-24")]
    [InlineData(CancelledByPatron)]
    [InlineData(CancelledByStaff)]
    [InlineData(CancelledByPartner)]
    [InlineData(RejectedByPartner)]
    [InlineData(Expired)]
    [InlineData(ExternallyObtained)]
    [InlineData(ExportedToThirdParty)]
    public void What_arrives_after_the_close_goes_back(BorrowingStatus status)
    {
        var last = status is RejectedByPartner or Expired or CancelledByPartner ? "SDLAW" : "CSUN";
        ARequest().In(status).Staff(Trigger.ScanIn)
            .ShouldBe(status, "CA-24").WithEffects("RouteItemBack", "SendReturned").WithEffectTo(last, "RouteItemBack").WithEffectTo(last, "SendReturned")
            .WithRecords("ArrivedAfterClose").WithRequest(request => Assert.True(request.Facts.ArrivedAfterClose));
    }

    [Fact]
    [Clause("CA-24")]
    public void It_goes_back_to_the_partner_that_sent_it() =>
        ARequest().In(RejectedByPartner).Partner("CSUN", Trigger.PartnerShipped).ShouldBe(RejectedByPartner, "FI-8")
            .Staff(Trigger.ScanIn).ShouldBe(RejectedByPartner, "CA-24").WithEffectTo("CSUN", "RouteItemBack").WithEffectTo("CSUN", "SendReturned");

    [Theory]
    [Clause("CA-31")]
    [InlineData(PhysicallyReceivedByLibrary, Actor.Patron)]
    [InlineData(PhysicallyReceivedByLibrary, Actor.Staff)]
    [InlineData(ReceivedNotForLoan, Actor.Patron)]
    [InlineData(ReceivedNotForLoan, Actor.Staff)]
    public void A_patron_who_withdraws_before_the_loan_frees_the_hold_shelf(BorrowingStatus status, Actor by) =>
        ARequest().In(status).Fire(Trigger.PatronWithdrew, by, null, null)
            .ShouldBe(status, "CA-31").WithEffects("CancelHold", "AlertStaff(ReturnAtOnce)").WithRecords().WithDeadlines()
            .WithRequest(request => Assert.Null(request.HoldExpiresAt));

    private static (BorrowingStatus Status, Actor Initiator, bool ContinuesRota) MemoryOf(BorrowingRequest request) =>
        (request.BeforeCancel!.Status, request.BeforeCancel.Initiator, request.BeforeCancel.ContinuesRota);
}
