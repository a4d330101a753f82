using BorrowingWorkflow.Machine;
using static BorrowingWorkflow.Machine.Trigger;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Testing.Tests.Replay;

internal static partial class Stories
{
    private static IEnumerable<(string Name, Func<Story, Story> Tell)> Cancelling() =>
    [
        ("cancel-by-patron-accepted", s => s.SentTo(One).Patron(CancelByPatron).Partner(One, PartnerAcceptedCancel).Is(CancelledByPatron).Staff(ScanIn)),
        ("cancel-by-staff-accepted", s => s.SentTo(One).Staff(Trigger.CancelByStaff).Partner(One, PartnerAcceptedCancel).Partner(One, PartnerRefusedCancel)),
        ("cancel-refused", s => s.SentTo(One).Partner(One, PartnerAccepted).Patron(CancelByPatron).Partner(One, PartnerRefusedCancel).Is(RequestAccepted)),
        ("cancel-crosses-shipment", s => s.SentTo(One).Patron(CancelByPatron).Shipped().Is(ShippedPhysically).Partner(One, PartnerRefusedCancel).Partner(One, PartnerAcceptedCancel)),
        ("cancel-crosses-file", s => s.SentTo(One).Staff(Trigger.CancelByStaff).Partner(One, PartnerShippedDigitally)),
        ("cancel-crosses-answers", s => s.SentTo(One).Staff(Trigger.CancelByStaff).Partner(One, PartnerAcknowledged).Partner(One, PartnerWillSupply).Partner(One, PartnerRejected)),
        ("cancel-unanswered-and-forced", s => s.SentTo(One).Staff(Trigger.CancelByStaff).Due().Staff(ResendCancel).Due().Staff(ForceCancel)),
        ("cancel-of-patron-forced", s => s.SentTo(One).Patron(CancelByPatron).Staff(ForceCancel)),
        ("cancel-and-the-item-arrives", s => s.SentTo(One).Patron(CancelByPatron).Staff(Receive)),
        ("skip-accepted-to-the-end", s => s.SentTo(One, Two).Staff(SkipPartner).Partner(One, PartnerAcceptedCancel).Sent().Staff(SkipPartner).Partner(Two, PartnerAcceptedCancel).Is(RejectedByPartner)),
        ("skip-forced-to-the-end", s => s.SentTo(One, Two).Staff(SkipPartner).Staff(ForceCancel).Sent().Staff(SkipPartner).Staff(ForceCancel).Is(RejectedByPartner)),
        ("skip-becomes-a-cancellation", s => s.SentTo(One, Two).Staff(SkipPartner).Patron(CancelByPatron).Partner(One, PartnerAcceptedCancel).Is(CancelledByPatron)),
        ("skip-becomes-a-cancellation-by-staff", s => s.SentTo(One, Two).Staff(SkipPartner).Staff(Trigger.CancelByStaff).Partner(One, PartnerCancelled)),
        ("patron-withdraws-on-the-way", s => s.SentTo(One).Shipped().Patron(PatronWithdrew).Staff(Receive).Staff(PatronWithdrew).Staff(ReturnToPartner)),
    ];

    private static IEnumerable<(string Name, Func<Story, Story> Tell)> Supply() =>
    [
        ("everyday-loan", s => s.Loaned().Days(20).Staff(ReturnToPartner).Partner(One, PartnerCheckedIn).Is(RequestCompleted)),
        ("everyday-file", s => s.SentTo(One).Partner(One, PartnerShippedDigitally).Partner(One, PartnerShippedDigitally).System(ReceiveDigitally).System(DigitalDelivered).Is(RequestCompleted)),
        ("reading-room-only", s => s.SentTo(One).Shipped().Staff(ReceiveNotForLoan).Staff(Loan).Staff(ReturnToPartner).Partner(One, PartnerCheckedIn)),
        ("unshipped-goes-on", s => s.SentTo(One, Two).Shipped().Partner(One, PartnerUnshipped).Sent().Partner(Two, PartnerShipped).Partner(Two, PartnerUnshipped).Is(RejectedByPartner)),
        ("pickup-at-a-branch", s => s.Knows(new Partners.Partner(One)).Submitted(data: new() { Pickup = "NORTH" }).SentTo(One).Shipped().Staff(Receive).Staff(ArrivedAtPickup).Staff(Loan).Staff(ReturnAtBranch).Staff(ScanIn)),
        ("pickup-at-the-library", s => s.Where(o => o.PickupAtLibrary.Add("DESK")).Knows(new Partners.Partner(One)).Submitted(data: new() { Pickup = "DESK" }).SentTo(One).Shipped().Staff(Receive).Staff(ArrivedAtPickup)),
        ("hold-expires", s => s.Received().Due().Staff(ReturnToPartner)),
        ("several-volumes", s => s.Knows(new Partners.Partner(One)).Submitted(data: new() { Volumes = ["v. 1", "v. 2"] }).SentTo(One).Shipped().Staff(Receive, new() { Volumes = ["v. 1"] }).Staff(Receive)
            .Staff(ReturnToPartner, new() { Volumes = ["v. 1"] }).Staff(ReturnToPartner).Staff(ReturnToPartner)),
        ("second-shipment-message", s => s.SentTo(One).Shipped().Shipped().Partner(One, PartnerRenewed, new() { DueDate = Story.Start.AddDays(60) })),
    ];

    private static IEnumerable<(string Name, Func<Story, Story> Tell)> Loans() =>
    [
        ("renewed-through-staff", s => s.Loaned().Patron(RequestRenewal).Staff(ForwardRenewal).Partner(One, PartnerRenewed, new() { DueDate = Story.Start.AddDays(60) }).Is(RenewedByPartner)),
        ("renewed-at-once", s => s.Where(o => o.RenewalsAreMediated = false).Loaned().Patron(RequestRenewal).Partner(One, PartnerRefusedRenewal).Is(RenewRequestNotAccepted)),
        ("renewal-declined-by-staff", s => s.Loaned().Patron(RequestRenewal).Staff(DeclineRenewal)),
        ("renewal-overtaken-by-due-date", s => s.Loaned().Patron(RequestRenewal).Due().Partner(One, PartnerRefusedRenewal).Staff(ForwardRenewal)),
        ("overdue-by-the-lender", s => s.Loaned().Partner(One, PartnerOverdue).Partner(One, PartnerOverdue).Staff(ReturnToPartner).Partner(One, PartnerOverdue)),
        ("overdue-on-the-shelf", s => s.Received().Partner(One, PartnerOverdue)),
        ("recalled", s => s.Loaned().Partner(One, PartnerRecalled).Partner(One, PartnerRecalled).Partner(One, PartnerRefusedRenewal).Staff(ScanIn).Partner(One, PartnerRecalled)),
        ("lost-and-paid", s => s.Loaned().Staff(ReportLost).Staff(PayLostFee).Partner(One, PartnerDeclaredLost).Partner(One, PartnerCompletedWithoutReturn).Staff(RemoveTemporaryItem)),
        ("declared-lost-and-found", s => s.Loaned().Partner(One, PartnerDeclaredLost).Staff(ReturnToPartner).Is(ReturnedItemToPartner)),
        ("damaged", s => s.Loaned().Staff(ReportDamaged).Staff(ReturnToPartner).Partner(One, PartnerCheckedIn)),
        ("lender-gives-the-item-up", s => s.Loaned().Partner(One, PartnerCompletedWithoutReturn)),
    ];

    private static IEnumerable<(string Name, Func<Story, Story> Tell)> Closing() =>
    [
        ("checked-in-too-early", s => s.Loaned().Partner(One, PartnerCheckedIn).Staff(ScanIn).Partner(One, PartnerOverdue).Partner(One, PartnerCheckedIn)),
        ("checked-in-while-on-loan", s => s.Loaned().Partner(One, PartnerCheckedIn).Staff(RemoveTemporaryItem)),
        ("returned-by-mistake", s => s.Loaned().Staff(ReturnToPartner).Staff(UndoReturn).Is(LoanedItemToPatron)),
        ("completed-by-mistake", s => s.Loaned().Staff(ReturnToPartner).Staff(Complete).Staff(Reactivate).Is(ReturnedItemToPartner)),
        ("completed-and-then-shipped", s => s.SentTo(One).Staff(Complete).Shipped().Is(ShippedPhysically)),
        ("completed-and-then-a-file", s => s.SentTo(One).Staff(Complete).Partner(One, PartnerShippedDigitally).Partner(One, PartnerRejected).Partner(One, PartnerRefusedCancel)),
        ("shipped-after-the-end", s => s.SentTo(One).Patron(CancelByPatron).Partner(One, PartnerAcceptedCancel).Partner(One, PartnerShipped).Staff(AcceptLateShipment).Is(ShippedPhysically)),
        ("returned-after-the-end", s => s.SentTo(One).Partner(One, PartnerRejected).Partner(One, PartnerShipped).Partner(One, PartnerCheckedIn).Staff(Resubmit)),
        ("purged-in-time", s => s.Where(o => o.Retention = TimeSpan.FromDays(30)).Loaned().Staff(ReturnToPartner).Partner(One, PartnerCheckedIn).System(Purge).Due().Is(Deleted)
            .Partner(One, ReceiveGeneralMessage, new() { Text = "Where is it?" })),
    ];

    private static IEnumerable<(string Name, Func<Story, Story> Tell)> Desk() =>
    [
        ("messages-and-notes", s => s.SentTo(One).Partner(One, ReceiveGeneralMessage, new() { Text = "A plate is missing" }).Staff(SendGeneralMessage, new() { Text = "We noticed" })
            .Staff(DismissGeneralMessage, new() { Message = "message-4" }).Staff(AddNote, new() { Text = "Ask again" }).Staff(DismissNote).Staff(DismissNote)),
        ("order-changed", s => s.SentTo(One, Two, "CHICO").Staff(ChangePartnerOrder, new() { Order = ["CHICO", Two] }).Partner(One, PartnerRejected).Staff(ChangePartnerOrder, new() { Order = [One] })),
        ("corrected-and-assigned", s => s.Located(One).Staff(EditRequest, new() { Title = "Another title", Pickup = "NORTH" }).Staff(Assign, new() { Assignee = "kim" }).Sent().Staff(EditRequest, new() { Title = "A third" })),
        ("clocks-that-disagree", s => s.SentTo(One).Take(PartnerAccepted, Actor.Partner, One, null, at: Story.Start.AddDays(-2)).Take(PartnerWillSupply, Actor.Partner, One, null, at: Story.Start.AddDays(9)).Staff(AddNote)),
    ];
}
