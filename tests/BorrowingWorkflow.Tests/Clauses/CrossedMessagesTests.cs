using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>Messages that cross, and what was said about another entry than the one it seems to be about.</summary>
public class CrossedMessagesTests
{
    [Fact, Clause("FI-9")]
    public void A_file_after_the_close_does_not_take_the_place_of_an_item() => ARequest().In(RejectedByPartner, "CSUN", "SDLAW")
        .Partner("CSUN", Trigger.PartnerShipped, new() { DueDate = LenderDue })
        .Partner("SDLAW", Trigger.PartnerShippedDigitally)
        .Staff(Trigger.AcceptLateShipment)
        .ShouldBe(ShippedPhysically, "FI-9").ActiveIs("CSUN");

    [Fact, Clause("FI-9")]
    public void Of_two_late_shipments_the_one_that_staff_name_is_accepted() => ARequest().In(RejectedByPartner, "CSUN", "SDLAW")
        .Partner("CSUN", Trigger.PartnerShipped)
        .Partner("SDLAW", Trigger.PartnerShipped)
        .StaffFor("CSUN", Trigger.AcceptLateShipment)
        .ShouldBe(ShippedPhysically, "FI-9").ActiveIs("CSUN");

    [Fact, Clause("SH-11")]
    public void A_due_date_that_comes_after_the_loan_starts_its_clock() => ARequest().SentTo("CSUN").Received().Loaned()
        .WithDeadlines()
        .Partner("CSUN", Trigger.PartnerShipped, new() { DueDate = LenderDue })
        .ShouldBe(LoanedItemToPatron, "SH-11").WithDeadline(DeadlineKind.DueDate, LenderDue);

    [Fact, Clause("SE-9")]
    public void A_send_is_about_the_entry_that_was_sent_to() => ARequest().WithRota("CSUN").Skipped()
        .Staff(Trigger.Reactivate)
        .System(Trigger.RotaBuilt, new() { Partners = ["SDLAW", "CSUN"] })
        .SystemFor("CSUN", Trigger.Sent)
        .ShouldBe(ReadyToBeSent, "SE-9").WithEffects("TellPartner(Cancel)").WithEffectTo("CSUN", "TellPartner(Cancel)");

    [Fact, Clause("CA-30")]
    public void A_confirmation_during_the_cancellation_is_remembered() => ARequest().WithRota("CSUN").SendFailed(SendOutcome.Unknown).CancelledByPatron()
        .SystemFor("CSUN", Trigger.Sent).ShouldBeOutOfSequence()
        .SystemFor("CSUN", Trigger.SendFailed, new() { Outcome = SendOutcome.NotDelivered }).ShouldBeOutOfSequence();

    [Fact, Clause("CA-24")]
    public void A_stray_item_goes_back_to_the_partner_of_the_last_close() => ARequest().SentTo("CSUN", "SDLAW").Completed()
        .Staff(Trigger.Reactivate)
        .Answered(Trigger.PartnerRejected).Sent().CancelledByStaff().Answered(Trigger.PartnerAcceptedCancel)
        .Staff(Trigger.ScanIn)
        .ShouldBe(CancelledByStaff, "CA-24").WithEffectTo("SDLAW", "RouteItemBack");
}
