using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Machine.Trigger;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>What happens every day: the arrows that the README draws, of the hundreds that the table has.</summary>
internal static class EverydayWay
{
    private static readonly (BorrowingStatus From, Trigger Trigger, BorrowingStatus To)[] Arrows =
    [
        (None, Submit, LocateInProcess),
        (LocateInProcess, RotaBuilt, ReadyToBeSent),
        (LocateInProcess, LocateFoundNothing, CancelledByStaff),
        (ReadyToBeSent, Sent, RequestSentToPartner),
        (RequestSentToPartner, PartnerRejected, ReadyToBeSent),
        (RequestSentToPartner, PartnerRejected, RejectedByPartner),
        (RequestSentToPartner, PartnerWillSupply, WillSupply),
        (RequestSentToPartner, CancelByPatron, WaitingForCancelResponse),
        (WaitingForCancelResponse, PartnerAcceptedCancel, CancelledByPatron),
        (WaitingForCancelResponse, PartnerShipped, ShippedPhysically),
        (WillSupply, PartnerShipped, ShippedPhysically),
        (RequestSentToPartner, PartnerShipped, ShippedPhysically),
        (ShippedPhysically, Receive, PhysicallyReceivedByLibrary),
        (PhysicallyReceivedByLibrary, Loan, LoanedItemToPatron),
        (LoanedItemToPatron, DueDatePassed, OverdueRequest),
        (LoanedItemToPatron, ReturnAtBranch, ReturnedByPatron),
        (LoanedItemToPatron, ReturnToPartner, ReturnedItemToPartner),
        (OverdueRequest, ReturnToPartner, ReturnedItemToPartner),
        (ReturnedByPatron, ScanIn, ReturnedItemToPartner),
        (ReturnedItemToPartner, PartnerCheckedIn, RequestCompleted),
    ];

    /// <summary>The moves of the table that are drawn, in the order of a life.</summary>
    public static IReadOnlyList<TableMove> Moves { get; } =
    [
        .. Arrows.Select(arrow => TableMove.All.First(move => (move.From, move.Trigger, move.To) == arrow)),
    ];
}
