using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Anomalies;

/// <summary>What each detector says, word for word: staff act on it.</summary>
public sealed class EvidenceTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset TwoDaysAgo = AnomalyDesk.Now - TimeSpan.FromDays(2);

    private static readonly (string Detector, AnomalyDesk Desk, string Evidence)[] Cases =
    [
        ("locate-failed", A(LocateFailed), "Locate failed for 1 h, since 2026-11-24 08:00 UTC."),
        ("cannot-send", A(ReadyToBeSent, request => request.Rota = [request.Rota[0] with { FailedSends = 3 }]),
            "The last 3 sends to CSUN failed. Ready to be sent for 1 h, since 2026-11-24 08:00 UTC."),
        ("cannot-send", new AnomalyDesk().Add("R1", ReadyToBeSent, TimeSpan.FromDays(2)), "Ready to be sent for 2 days, since 2026-11-22 09:00 UTC."),
        ("condition-unanswered", A(Conditional, request => request.Condition = new(false, request.EnteredAt) { ReplyBy = TwoDaysAgo }),
            "Partner CSUN asked for an answer by 2026-11-22 09:00 UTC. Conditional for 1 h, since 2026-11-24 08:00 UTC."),
        ("condition-unanswered", new AnomalyDesk().Add("R1", Conditional, TimeSpan.FromDays(9)), "Conditional for 9 days, since 2026-11-15 09:00 UTC."),
        ("needed-by-passed", A(Created, request => request.NeededBy = TwoDaysAgo),
            "Needed by 2026-11-22 09:00 UTC, and not shipped. Created borrowing request for 1 h, since 2026-11-24 08:00 UTC."),
        ("status-not-in-profile", With(new Partner("CSUN") { Profile = new() { HasWillSupply = false } }).Add("R1", WillSupply, Hour),
            "Partner CSUN answered with Will supply, which its workflow profile lacks."),
        ("status-not-in-profile", With(new Partner("CSUN") { Profile = new() { HasRequestAccepted = false } }).Add("R1", RequestAccepted, Hour),
            "Partner CSUN answered with Request accepted, which its workflow profile lacks."),
        ("bad-rota", With(Physical("CSUN"), Physical("CSUF")).Add("R1", RequestSentToPartner, Hour, request =>
            {
                request.Rota = [new("CSUN") { State = EntryState.Active }, new("CSUF")];
                request.Citation = new() { Format = RequestFormat.Digital };
            }),
            "The rota is bad: a file is wanted and these lend physical items only: CSUN, CSUF."),
        ("shipped-after-close", A(Expired, request => request.Facts.ShippedAfterClose = "CSUF"), "Partner CSUF sent a file after the request was closed. Now Expired."),
        ("arrived-after-cancel", A(Expired, request => request.Facts.ArrivedAfterClose = true), "An item was scanned in after the request was closed. Now Expired."),
        ("shipped-by-wrong-partner", A(WillSupply, request => request.Facts.ShippedByWrongPartner = "CSUF"),
            "Partner CSUF shipped while it was not the active one. Now Will supply with CSUN."),
        ("shipped-by-wrong-partner", A(Created, request => (request.Rota, request.ActiveEntry, request.Facts.ShippedByWrongPartner) = ([], null, "CSUF")),
            "Partner CSUF shipped while it was not the active one. Now Created borrowing request."),
        ("out-of-sequence", A(WillSupply, request => request.Facts.OutOfSequence = 2), "2 partner messages came out of sequence. Now Will supply with CSUN."),
        ("clock-fault", A(Created, request => request.Facts.LatestEventAt = AnomalyDesk.Now + Hour), "An event is dated 2026-11-24 10:00 UTC, 1 h ahead of the scan."),
        ("clock-fault", A(Created, request => request.Facts.LargestStepBack = Hour), "An event is dated 1 h before the one that precedes it."),
        ("ping-pong", A(WillSupply, request => request.Facts.MostAlternations = 3), "The same two statuses alternated 3 times. Now Will supply."),
        ("ping-pong", A(WillSupply, request => request.Facts.Reactivations = 2), "Reactivated 2 times. Now Will supply."),
        ("completed-by-override", A(RequestCompleted, request => (request.Facts.ClosedBy, request.Facts.ClosedFrom) = ("FI-1", Created)),
            "Completed from Created borrowing request on 2026-11-24 08:00 UTC."),
        ("completed-item-in-transit", A(RequestCompleted).WithItem("R1", ProcessType.Transit),
            "Completed on 2026-11-24 08:00 UTC; the catalogue has the temporary item in transit."),
        ("completed-item-on-loan", A(RequestCompleted).WithItem("R1", ProcessType.Loan),
            "Completed on 2026-11-24 08:00 UTC; the catalogue has the temporary item on loan."),
        ("completed-item-in-resource-sharing", A(RequestCompleted).WithItem("R1", ProcessType.ResourceSharingRequest),
            "Completed on 2026-11-24 08:00 UTC; the catalogue has the temporary item as a resource sharing request."),
        ("completed-item-left-behind", A(Expired).WithItem("R1", ProcessType.LostLoan, ProcessType.Other, ProcessType.HoldShelf, ProcessType.Other),
            "Expired, and the catalogue has a temporary item: with another process type, on the hold shelf, as a lost loan."),
        ("returned-item-left-behind", new AnomalyDesk().Add("R1", ReturnedItemToPartner, TimeSpan.FromDays(2)).WithItem("R1", ProcessType.Loan),
            "The catalogue has a temporary item: on loan. Returned item to partner for 2 days, since 2026-11-22 09:00 UTC."),
        ("loan-status-mismatch", A(PhysicallyReceivedByLibrary).WithItem("R1", ProcessType.Loan),
            "Physically received by library, but the catalogue has the item on loan."),
        ("loan-status-mismatch", A(LoanedItemToPatron).WithItem("R1", ProcessType.HoldShelf),
            "Loaned item to patron, but the catalogue has the item on the hold shelf."),
        ("loan-status-mismatch", A(LoanedItemToPatron), "Loaned item to patron, but the catalogue has no temporary item."),
        ("due-date-conflict", A(LoanedItemToPatron, request => (request.PatronDueDate, request.LenderDueDate) = (AnomalyDesk.Now, TwoDaysAgo)),
            "The patron's loan ends on 2026-11-24 09:00 UTC, the lender's on 2026-11-22 09:00 UTC."),
        ("renewal-waiting", A(RenewRequested, request => request.LenderDueDate = TwoDaysAgo),
            "Due on 2026-11-22 09:00 UTC, and the renewal is not answered. Renew requested for 1 h, since 2026-11-24 08:00 UTC."),
        ("patron-not-told-of-arrival", new AnomalyDesk().Add("R1", PhysicallyReceivedByLibrary, TimeSpan.FromDays(2), request => request.Facts.ArrivalNoticeAt = null),
            "No notice was sent. Physically received by library for 2 days, since 2026-11-22 09:00 UTC."),
        ("patron-not-told-of-failure",
            new AnomalyDesk().Add("R1", CancelledByStaff, TimeSpan.FromDays(2)).WithPending("R1", EffectKind.NotifyPatron, "Cancelled", TimeSpan.FromDays(2), attempts: 1),
            "The notice has waited since 2026-11-22 09:00 UTC, 1 attempt. Cancelled by staff for 2 days, since 2026-11-22 09:00 UTC."),
        ("general-message-waiting", A(WillSupply, request => request.Messages = [new("1", "CSUN", "an e-book", TwoDaysAgo)]),
            "The oldest active message came on 2026-11-22 09:00 UTC, 2 days ago."),
        ("note-waiting", A(WillSupply, request => request.Notes = [new("1", "call the patron", AnomalyDesk.Now - TimeSpan.FromDays(8))]),
            "The oldest active note was added on 2026-11-16 09:00 UTC, 8 days ago."),
        ("multi-volume-incomplete", A(PhysicallyReceivedByLibrary, request => request.Volumes = [new("1") { ReceivedAt = TwoDaysAgo - 2 * (AnomalyDesk.Now - TwoDaysAgo) }, new("2")]),
            "1 of 2 volumes were received, the first on 2026-11-18 09:00 UTC."),
        ("multi-volume-incomplete", A(PhysicallyReceivedByLibrary, request =>
            {
                var at = AnomalyDesk.Now - TimeSpan.FromDays(4);
                request.Volumes = [new("1") { ReceivedAt = at, ReturnedAt = at }, new("2") { ReceivedAt = at, ReturnedAt = at + Hour }, new("3") { ReceivedAt = at }];
            }),
            "2 of 3 volumes were sent back, the first on 2026-11-20 09:00 UTC."),
        ("no-way-forward", A(LoanedItemToPatron), "No deadline is armed, nothing is queued, and no list shows it. Loaned item to patron for 1 h, since 2026-11-24 08:00 UTC."),
        ("deadline-missed", Due(DeadlineKind.PartnerExpiry), "The end of the partner's time was due on 2026-11-22 09:00 UTC, 2 days ago."),
        ("deadline-missed", Due(DeadlineKind.CancelResponse), "The look after the cancellation was due on 2026-11-22 09:00 UTC, 2 days ago."),
        ("deadline-missed", Due(DeadlineKind.HoldExpiry), "The end of the hold was due on 2026-11-22 09:00 UTC, 2 days ago."),
        ("deadline-missed", Due(DeadlineKind.DueDate), "The due date was due on 2026-11-22 09:00 UTC, 2 days ago."),
        ("deadline-missed", Due(DeadlineKind.Retention), "The erasure of the patron's data was due on 2026-11-22 09:00 UTC, 2 days ago."),
    ];

    public static TheoryData<int, string> Numbers => [.. Cases.Select((one, number) => (number, one.Detector))];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task The_evidence_is(int number, string detector)
    {
        var (_, desk, evidence) = Cases[number];
        Assert.Equal(evidence, await desk.EvidenceAsync(detector));
    }

    private static AnomalyDesk A(BorrowingStatus status, Action<BorrowingRequest>? change = null) => new AnomalyDesk().Add("R1", status, Hour, change);

    private static AnomalyDesk Due(DeadlineKind kind) => A(WillSupply, request => request.Deadlines = [new(kind, TwoDaysAgo)]);

    private static AnomalyDesk With(params Partner[] partners) => new() { Directory = new InMemoryPartnerDirectory(partners) };

    private static Partner Physical(string code) => new(code) { Supplies = Supplies.Physical };
}
