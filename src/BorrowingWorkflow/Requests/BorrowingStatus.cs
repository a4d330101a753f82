namespace BorrowingWorkflow.Requests;

/// <summary>Where a borrowing request stands. 39 statuses; <see cref="BorrowingStatusExtensions"/> tells what each is.</summary>
/// <remarks>Source: statuses.tsv of the specification, which carries Alma's codes where they are known.</remarks>
public enum BorrowingStatus : byte
{
    /// <summary>There is no request yet; written <c>(none)</c> in the tables.</summary>
    None = 0,

    /// <summary>Saved by staff, not yet located or sent.</summary>
    Created = 1,

    /// <summary>A mediation rule (copyright limit, cost, patron group) wants a person's yes.</summary>
    PendingApproval = 2,

    /// <summary>The borrower's own catalogue seems to hold the title.</summary>
    LocalHolding = 3,

    /// <summary>The citation is too thin to locate.</summary>
    BadCitation = 4,

    /// <summary>Holdings, availability and requestability are being checked and a rota is being formed. Normally seconds.</summary>
    LocateInProcess = 5,

    /// <summary>The request was cancelled before the locate finished, or (by policy) the locate found nobody. Rare on the borrowing side.</summary>
    LocateFailed = 6,

    /// <summary>A rota exists and the request for its active partner has not been confirmed as sent.</summary>
    ReadyToBeSent = 7,

    /// <summary>The active partner is considering the request.</summary>
    RequestSentToPartner = 8,

    /// <summary>The active partner acknowledged the request and works on it (profile-dependent).</summary>
    RequestAccepted = 9,

    /// <summary>The active partner promised to supply. The expiry clock stops.</summary>
    WillSupply = 10,

    /// <summary>The active partner set a condition (loan condition, cost, retry later) and waits for the borrower's yes or no.</summary>
    Conditional = 11,

    /// <summary>The borrower asked to cancel; the partner has not answered.</summary>
    WaitingForCancelResponse = 12,

    /// <summary>The lender shipped; the item is in transit to the borrowing library.</summary>
    ShippedPhysically = 13,

    /// <summary>The lender sent a file.</summary>
    ShippedDigitally = 14,

    /// <summary>The file has arrived and is being handed to the patron.</summary>
    DigitallyReceivedByLibrary = 15,

    /// <summary>Received; on the hold shelf, or in transit to another pickup location.</summary>
    PhysicallyReceivedByLibrary = 16,

    /// <summary>Received for use inside the library only.</summary>
    ReceivedNotForLoan = 17,

    /// <summary>On loan to the patron.</summary>
    LoanedItemToPatron = 18,

    /// <summary>The patron asked to renew; staff must forward it.</summary>
    MediatedPatronRenewal = 19,

    /// <summary>The renewal was sent to the partner; the answer is pending.</summary>
    RenewRequested = 20,

    /// <summary>The partner extended the loan; there is a new due date.</summary>
    RenewedByPartner = 21,

    /// <summary>The renewal was refused; return by the original due date.</summary>
    RenewRequestNotAccepted = 22,

    /// <summary>The lender says overdue, or the due date has passed.</summary>
    OverdueRequest = 23,

    /// <summary>The lender wants the item back now.</summary>
    RecalledByPartner = 24,

    /// <summary>The borrower told the lender that the item is lost (same as REPORT_LOST).</summary>
    LostCommunicated = 25,

    /// <summary>The lender declared the item lost.</summary>
    DeclaredLostByPartner = 26,

    /// <summary>A lost item has been paid for.</summary>
    LostAndFeePaid = 27,

    /// <summary>The borrower told the lender that the item is damaged (same as DAMAGED).</summary>
    DamagedCommunicated = 28,

    /// <summary>The patron returned it at a branch that is not the resource sharing library; in transit to the resource sharing library. Also met as "Returned Item to Patron".</summary>
    ReturnedByPatron = 29,

    /// <summary>Sent back by the resource sharing library; in transit to the lender. The temporary item record is deleted.</summary>
    ReturnedItemToPartner = 30,

    /// <summary>Checked in by the owning library, or closed by staff.</summary>
    RequestCompleted = 31,

    /// <summary>The rota is exhausted; no library can supply.</summary>
    RejectedByPartner = 32,

    /// <summary>The rota is exhausted and the last partner let the request lapse.</summary>
    Expired = 33,

    /// <summary>The patron cancelled.</summary>
    CancelledByPatron = 34,

    /// <summary>Staff cancelled, or the locate could not form a rota.</summary>
    CancelledByStaff = 35,

    /// <summary>The last partner ended the request by itself.</summary>
    CancelledByPartner = 36,

    /// <summary>Filled outside the workflow.</summary>
    ExternallyObtained = 37,

    /// <summary>Handed to another resource sharing system.</summary>
    ExportedToThirdParty = 38,

    /// <summary>Purged by retention: a tombstone without patron data.</summary>
    Deleted = 39,
}
