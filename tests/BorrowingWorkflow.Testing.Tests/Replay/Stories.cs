using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using static BorrowingWorkflow.Machine.Trigger;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Testing.Tests.Replay;

/// <summary>What the recorded histories show: everyday ways, races, and every phase of the table. A file is named after each.</summary>
internal static partial class Stories
{
    private const string One = "CSUN";
    private const string Two = "SDLAW";

    public static IReadOnlyDictionary<string, Func<Story, Story>> All { get; } =
        new[] { Intake, Sending, AtPartner, Cancelling, Supply, Loans, Closing, Desk }.SelectMany(phase => phase())
            .ToDictionary(pair => pair.Name, pair => pair.Tell, StringComparer.Ordinal);

    private static IEnumerable<(string Name, Func<Story, Story> Tell)> Intake() =>
    [
        ("intake-approval", s => s.Submitted(IntakeObjection.ApprovalRequired).Staff(Locate).Is(LocateInProcess)),
        ("intake-held-locally", s => s.Submitted(IntakeObjection.LocallyHeld).Staff(Locate).Staff(Trigger.CancelByStaff).Is(LocateFailed)),
        ("intake-thin-citation", s => s.Submitted(IntakeObjection.CitationInsufficient).Staff(EditRequest, new() { Isbn = "9780060512750" }).Staff(Locate)),
        ("intake-possible-duplicate", s => s.Submitted(IntakeObjection.PossibleDuplicate).Patron(CancelByPatron).Is(CancelledByPatron)),
        ("intake-draft", s => s.Staff(SaveDraft, new() { Library = "CSULB", Title = "Kim" }).Staff(Trigger.CancelByStaff).Staff(Reactivate)),
        ("import-loan-comes-home", s => s.Knows(new Partner(One)).System(Import, new() { Library = "CSULB", Status = LoanedItemToPatron, EnteredAt = Story.Start.AddDays(-20), DueDate = Story.Start.AddDays(5), Partners = [One] })
            .Due().Staff(ReturnToPartner).Partner(One, PartnerCheckedIn).Is(RequestCompleted)),
        ("import-completed-has-no-way-back", s => s.System(Import, new() { Library = "CSULB", Status = RequestCompleted }).Staff(Reactivate)),
        ("submitted-again-is-refused", s => s.Submitted().Submitted().Patron(Loan)),
        ("locate-interrupted", s => s.Submitted().System(LocateInterrupted).System(LocateInterrupted).Knows(new Partner(One)).System(LocateFoundNothing).Is(Requests.BorrowingStatus.CancelledByStaff)),
        ("locate-finds-nothing-for-staff", s => s.Where(o => o.OnEmptyRota = EmptyRotaPolicy.LocateFailed).Submitted().System(LocateFoundNothing).Staff(Locate)
            .System(RotaBuilt, new() { Partners = ["NOBODY"] }).Is(LocateFailed).Staff(Trigger.CancelByStaff)),
        ("locate-finds-no-usable-partner", s => s.Knows(new Partner(One) { IsActive = false }).Submitted().System(RotaBuilt, new() { Partners = [One, "NOBODY"] }).Is(Requests.BorrowingStatus.CancelledByStaff)),
        ("locate-cancelled-by-patron", s => s.Submitted().Patron(CancelByPatron).System(RotaBuilt, new() { Partners = [One], Effect = "R-1/1/1" }).Patron(CancelByPatron)),
        ("locate-hangs-and-is-replaced", s => s.Submitted().Days(1).Staff(Replace).Is(RequestCompleted)),
        ("locate-failed-is-replaced", s => s.Submitted().Staff(Trigger.CancelByStaff).Staff(Replace).Is(RequestCompleted)),
    ];

    private static IEnumerable<(string Name, Func<Story, Story> Tell)> Sending() =>
    [
        ("send-fails-and-is-tried-again", s => s.Located(One, Two).Failed(SendOutcome.NotDelivered).Failed(SendOutcome.NotDelivered).Failed(SendOutcome.NotDelivered).Staff(Send).Sent()),
        ("send-unknown-is-asked-for", s => s.Located(One, Two).UnderWay().Failed().Sent().Is(RequestSentToPartner)),
        ("send-unknown-is-repeated", s => s.Knows(new Partner(One) { Profile = new() { AnswersStatusRequests = false } }, new Partner(Two)).Located(One, Two).Failed().Failed().Sent()),
        ("send-answered-before-it-is-confirmed", s => s.Located(One, Two).UnderWay().Failed().Partner(One, PartnerShipped).Sent().Is(ShippedPhysically)),
        ("send-skipped", s => s.Located(One, Two).Staff(SkipPartner).Staff(SkipPartner).Is(RejectedByPartner)),
        ("send-skipped-while-under-way", s => s.Located(One, Two).UnderWay().Staff(SkipPartner).Is(WaitingForCancelResponse).Sent().Partner(One, PartnerAcceptedCancel).Is(ReadyToBeSent)),
        ("send-cancelled-before-it-goes-out", s => s.Located(One).Patron(CancelByPatron).Is(CancelledByPatron)),
        ("send-cancelled-by-staff-before-it-goes-out", s => s.Located(One).Staff(Trigger.CancelByStaff)),
        ("send-cancelled-by-patron-while-under-way", s => s.Located(One).UnderWay().Patron(CancelByPatron).Failed(SendOutcome.NotDelivered).Is(CancelledByPatron)),
        ("send-cancelled-by-staff-while-unknown", s => s.Located(One).Failed().Staff(Trigger.CancelByStaff).Partner(One, PartnerRefusedCancel).Is(RequestSentToPartner)),
        ("send-skipped-and-not-delivered", s => s.Located(One, Two).UnderWay().Staff(SkipPartner).Failed(SendOutcome.NotDelivered).Is(ReadyToBeSent).Sent()),
        ("send-outcome-of-a-former-partner", s => s.Located(One, Two).UnderWay().Partner(One, PartnerRejected).Sent("R-1/2/1").Sent()),
        ("send-unknown-and-the-item-arrives", s => s.Located(One).Failed().Staff(Receive).Is(PhysicallyReceivedByLibrary)),
        ("send-to-nobody-but-exported", s => s.Located(One).Staff(Export).Is(ExportedToThirdParty)),
        ("send-to-nobody-but-obtained", s => s.Located(One).Staff(ObtainExternally).Staff(ScanIn)),
        ("send-overtaken-by-every-answer", s => s.Located(One, Two).Failed().Partner(One, PartnerAcknowledged).Partner(One, PartnerAccepted).Partner(One, PartnerWillSupply).Sent().Partner(One, PartnerShipped)),
    ];

    private static IEnumerable<(string Name, Func<Story, Story> Tell)> AtPartner() =>
    [
        ("partner-accepts-and-will-supply", s => s.SentTo(One).Partner(One, PartnerAcknowledged).Partner(One, PartnerAccepted).Partner(One, PartnerWillSupply).Partner(One, PartnerAccepted).Partner(One, PartnerWillSupply).Shipped()),
        ("partner-without-optional-steps", s => s.Knows(new Partner(One) { Profile = new() { HasRequestAccepted = false, HasWillSupply = false } }).SentTo(One)
            .Partner(One, PartnerAccepted).Partner(One, PartnerWillSupply).Partner(One, PartnerSetCondition, new() { Condition = "Library use only" }).Partner(One, PartnerWillSupply).Is(RequestSentToPartner)),
        ("condition-accepted", s => s.SentTo(One).Partner(One, PartnerSetCondition, new() { Condition = "Library use only", Cost = "12 EUR" }).Staff(AcceptCondition).Partner(One, PartnerWillSupply)),
        ("condition-declined", s => s.SentTo(One, Two).Partner(One, PartnerSetCondition).Staff(DeclineCondition).Sent().Partner(Two, PartnerSetCondition).Staff(DeclineCondition).Is(RejectedByPartner)),
        ("retry-possible", s => s.SentTo(One).Partner(One, PartnerRetryPossible, new() { ReplyBy = Story.Start.AddDays(3) }).Staff(AcceptCondition).Is(ReadyToBeSent).Sent()),
        ("rota-exhausted-by-rejection", s => s.SentTo(One, Two).Partner(One, PartnerRejected, new() { Reason = "In use" }).Sent().Partner(Two, PartnerRejected).Is(RejectedByPartner)),
        ("rota-exhausted-by-expiry", s => s.SentTo(One, Two).Due().Sent().Due().Is(Expired)),
        ("rota-exhausted-by-cancellation", s => s.SentTo(One, Two).Partner(One, PartnerCancelled).Sent().Partner(Two, PartnerCancelled).Is(CancelledByPartner).Staff(Reactivate)),
        ("expiry-after-will-supply", s => s.SentTo(One, Two).Partner(One, PartnerWillSupply).Partner(One, PartnerExpired).Sent().Partner(Two, PartnerSetCondition).StaffFor(Two, PartnerExpired).Is(Expired)),
        ("expiry-skips-weekends-and-closures", s => s.Knows(new Partner(One) { TimeZone = "America/Los_Angeles", Closures = [Closure.On(new(2026, 9, 16))] }).SentTo(One).Due().Is(Expired)),
        ("rejection-waits-for-staff", s => s.Where(o => o.OnRejected = RejectedPolicy.WaitForStaff).SentTo(One, Two).Partner(One, PartnerRejected).Staff(Send).Sent()),
        ("rejected-is-kept-active", s => s.Where(o => o.KeepRejectedActive = true).SentTo(One).Partner(One, PartnerRejected).Staff(Trigger.CancelByStaff).Is(Requests.BorrowingStatus.CancelledByStaff)),
        ("condition-and-message-in-one", s => s.SentTo(One).Partner(One, PartnerWillSupply, new() { Text = "For the reading room" }, ReceiveGeneralMessage).Is(WillSupply)),
        ("answer-of-a-partner-not-asked", s => s.SentTo(One, Two).Partner(Two, PartnerShipped).StaffFor(Two, PartnerRejected).Staff(AcceptLateShipment).Is(ShippedPhysically)),
        ("item-arrives-unannounced", s => s.SentTo(One).Staff(Receive).Shipped().Is(PhysicallyReceivedByLibrary)),
        ("resubmitted-at-the-partner", s => s.SentTo(One).Staff(Resubmit).Patron(Loan)),
    ];
}
