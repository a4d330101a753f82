namespace BorrowingWorkflow.Requests;

/// <summary>What each <see cref="BorrowingStatus"/> is called, where it belongs and whether it ends a request.</summary>
public static class BorrowingStatusExtensions
{
    private static readonly StatusInfo[] Infos =
    [
        new("", "(none)", RequestPhase.Intake, false, "There is no request yet."),
        new("REQUEST_CREATED_BOR", "Created borrowing request", RequestPhase.Intake, false, "Saved by staff, not yet located or sent."),
        new("PENDING_APPROVAL", "Pending approval", RequestPhase.Intake, false, "A mediation rule (copyright limit, cost, patron group) wants a person's yes."),
        new("LOCAL_HOLDING", "Local holding", RequestPhase.Intake, false, "The borrower's own catalogue seems to hold the title."),
        new("BAD_CITATION", "Bad citation", RequestPhase.Intake, false, "The citation is too thin to locate."),
        new("LOCATE_IN_PROCESS", "Locate in process", RequestPhase.Locate, false, "Holdings, availability and requestability are being checked and a rota is being formed. Normally seconds."),
        new("LOCATE_FAILED", "Locate failed", RequestPhase.Locate, false, "The request was cancelled before the locate finished, or (by policy) the locate found nobody. Rare on the borrowing side."),
        new("READY_TO_SEND", "Ready to be sent", RequestPhase.Sending, false, "A rota exists and the request for its active partner has not been confirmed as sent."),
        new("REQUEST_SENT", "Request sent to partner", RequestPhase.AtPartner, false, "The active partner is considering the request."),
        new("REQUEST_ACCEPTED", "Request accepted", RequestPhase.AtPartner, false, "The active partner acknowledged the request and works on it (profile-dependent)."),
        new("WILL_SUPPLY", "Will supply", RequestPhase.AtPartner, false, "The active partner promised to supply. The expiry clock stops."),
        new("CONDITIONAL", "Conditional", RequestPhase.AtPartner, false, "The active partner set a condition (loan condition, cost, retry later) and waits for the borrower's yes or no."),
        new("CANCEL_REPLY", "Waiting for cancel response", RequestPhase.Cancelling, false, "The borrower asked to cancel; the partner has not answered."),
        new("SHIPPED_PHYSICALLY", "Shipped physically", RequestPhase.Supplying, false, "The lender shipped; the item is in transit to the borrowing library."),
        new("SHIPPED_DIGITALLY", "Shipped digitally", RequestPhase.Supplying, false, "The lender sent a file."),
        new("RECEIVED_DIGITALLY", "Digitally received by library", RequestPhase.Supplying, false, "The file has arrived and is being handed to the patron."),
        new("RECEIVED_PHYSICALLY", "Physically received by library", RequestPhase.OnShelf, false, "Received; on the hold shelf, or in transit to another pickup location."),
        new("RECEIVED_NOT_FOR_LOAN", "Received - not for loan", RequestPhase.OnShelf, false, "Received for use inside the library only."),
        new("LOANED", "Loaned item to patron", RequestPhase.OnLoan, false, "On loan to the patron."),
        new("MEDIATED_RENEWAL", "Mediated patron renewal", RequestPhase.OnLoan, false, "The patron asked to renew; staff must forward it."),
        new("RENEW_REQUESTED", "Renew requested", RequestPhase.OnLoan, false, "The renewal was sent to the partner; the answer is pending."),
        new("RENEWED", "Renewed by partner", RequestPhase.OnLoan, false, "The partner extended the loan; there is a new due date."),
        new("RENEW_NOT_ACCEPTED", "Renew request not accepted", RequestPhase.OnLoan, false, "The renewal was refused; return by the original due date."),
        new("OVERDUE_ITEM", "Overdue request", RequestPhase.OnLoan, false, "The lender says overdue, or the due date has passed."),
        new("RECALLED_BOR", "Recalled by partner", RequestPhase.OnLoan, false, "The lender wants the item back now."),
        new("LOST_COMMUNICATED", "Lost communicated", RequestPhase.Trouble, false, "The borrower told the lender that the item is lost (same as REPORT_LOST)."),
        new("DECLARED_LOST", "Declared lost by partner", RequestPhase.Trouble, false, "The lender declared the item lost."),
        new("LOST_AND_FEE_PAID", "Lost and fee paid", RequestPhase.Trouble, false, "A lost item has been paid for."),
        new("DAMAGED_COMMUNICATED", "Damaged communicated", RequestPhase.Trouble, false, "The borrower told the lender that the item is damaged (same as DAMAGED)."),
        new("", "Returned by patron", RequestPhase.Returning, false, "The patron returned it at a branch that is not the resource sharing library; in transit to the resource sharing library. Also met as \"Returned Item to Patron\"."),
        new("RETURNED_TO_PARTNER", "Returned item to partner", RequestPhase.Returning, false, "Sent back by the resource sharing library; in transit to the lender. The temporary item record is deleted."),
        new("REQUEST_COMPLETED", "Request completed", RequestPhase.Final, true, "Checked in by the owning library, or closed by staff."),
        new("REJECTED", "Rejected by partner", RequestPhase.Final, true, "The rota is exhausted; no library can supply."),
        new("EXPIRED", "Expired", RequestPhase.Final, true, "The rota is exhausted and the last partner let the request lapse."),
        new("", "Cancelled by patron", RequestPhase.Final, true, "The patron cancelled."),
        new("", "Cancelled by staff", RequestPhase.Final, true, "Staff cancelled, or the locate could not form a rota."),
        new("CANCELLED", "Cancelled by partner", RequestPhase.Final, true, "The last partner ended the request by itself."),
        new("EXTERNALLY_OBTAINED", "Externally obtained", RequestPhase.Final, true, "Filled outside the workflow."),
        new("", "Exported to third party", RequestPhase.Final, true, "Handed to another resource sharing system."),
        new("DELETED", "Deleted", RequestPhase.Final, true, "Purged by retention: a tombstone without patron data."),
    ];

    /// <summary>Every status that a request can have, in the order of the specification; <see cref="BorrowingStatus.None"/> is not among them.</summary>
    public static IReadOnlyList<BorrowingStatus> All { get; } =
        [.. Enum.GetValues<BorrowingStatus>().Where(status => status != BorrowingStatus.None)];

    /// <summary>True where nothing more is expected of the request. A final request still takes messages, notes and, some of them, a reactivation.</summary>
    public static bool IsFinal(this BorrowingStatus status) => status.Info().IsFinal;

    /// <summary>The status in words, as staff read it: "Ready to be sent".</summary>
    public static string Label(this BorrowingStatus status) => status.Info().Label;

    /// <summary>One sentence on what the status means.</summary>
    public static string Meaning(this BorrowingStatus status) => status.Info().Meaning;

    /// <summary>Alma's code for the status, e.g. <c>READY_TO_SEND</c>; null where none is publicly known.</summary>
    public static string? AlmaCode(this BorrowingStatus status) => status.Info().AlmaCode is { Length: > 0 } code ? code : null;

    /// <summary>The part of the life that the status belongs to.</summary>
    public static RequestPhase Phase(this BorrowingStatus status) => status.Info().Phase;

    private static StatusInfo Info(this BorrowingStatus status) => Infos[(int)status];

    private readonly record struct StatusInfo(string AlmaCode, string Label, RequestPhase Phase, bool IsFinal, string Meaning);
}
