using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>
/// Where each status stands in the picture: a row or two a phase, in the order of a life, and what happens every day down the first column.
/// No request yet is a place too, where every way begins.
/// </summary>
internal static class StatusGrid
{
    public const int Columns = 5;

    private static readonly (RequestPhase Phase, BorrowingStatus?[] Statuses)[] Plan =
    [
        (RequestPhase.Intake, [None, Created, PendingApproval, LocalHolding, BadCitation]),
        (RequestPhase.Locate, [LocateInProcess, LocateFailed]),
        (RequestPhase.Sending, [ReadyToBeSent]),
        (RequestPhase.AtPartner, [RequestSentToPartner, RequestAccepted, WillSupply, Conditional]),
        (RequestPhase.Cancelling, [null, null, null, null, WaitingForCancelResponse]),
        (RequestPhase.Supplying, [ShippedPhysically, ShippedDigitally, DigitallyReceivedByLibrary]),
        (RequestPhase.OnShelf, [PhysicallyReceivedByLibrary, ReceivedNotForLoan]),
        (RequestPhase.OnLoan, [LoanedItemToPatron, MediatedPatronRenewal, RenewRequested, RenewedByPartner, RenewRequestNotAccepted]),
        (RequestPhase.OnLoan, [null, OverdueRequest, RecalledByPartner]),
        (RequestPhase.Trouble, [null, LostCommunicated, DeclaredLostByPartner, LostAndFeePaid, DamagedCommunicated]),
        (RequestPhase.Returning, [ReturnedItemToPartner, ReturnedByPatron]),
        (RequestPhase.Final, [RequestCompleted, RejectedByPartner, Expired, CancelledByPatron, CancelledByStaff]),
        (RequestPhase.Final, [null, CancelledByPartner, ExternallyObtained, ExportedToThirdParty, Deleted]),
    ];

    private static readonly Dictionary<BorrowingStatus, Cell> Cells = Plan.Index()
        .SelectMany(row => row.Item.Statuses.Index().Where(cell => cell.Item is not null).Select(cell => (Status: cell.Item!.Value, Cell: new Cell(row.Index, cell.Index))))
        .ToDictionary(place => place.Status, place => place.Cell);

    private static readonly HashSet<Cell> Taken = [.. Cells.Values];

    /// <summary>The phase of each row.</summary>
    public static IReadOnlyList<RequestPhase> Rows { get; } = [.. Plan.Select(row => row.Phase)];

    /// <summary>Every status that has a place, row by row.</summary>
    public static IEnumerable<BorrowingStatus> Statuses => Cells.Keys;

    /// <summary>Where the status stands.</summary>
    public static Cell Of(BorrowingStatus status) => Cells[status];

    /// <summary>True where nothing stands.</summary>
    public static bool IsFree(Cell cell) => !Taken.Contains(cell);
}
