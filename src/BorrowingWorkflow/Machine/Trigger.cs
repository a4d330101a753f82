namespace BorrowingWorkflow.Machine;

/// <summary>What can happen to a borrowing request: the commands, partner messages and timers of the transition table.</summary>
public enum Trigger : byte
{
    /// <summary>A patron or staff submit the request.</summary>
    Submit = 0,

    /// <summary>Staff save a request without submitting it.</summary>
    SaveDraft = 1,

    /// <summary>A request that began elsewhere is taken over in the status it has there.</summary>
    Import = 2,

    /// <summary>Staff start the look for holders, after an approval or a correction.</summary>
    Locate = 3,

    /// <summary>The locate has formed a rota.</summary>
    RotaBuilt = 4,

    /// <summary>The locate found nobody who could supply.</summary>
    LocateFoundNothing = 5,

    /// <summary>The locate broke off before it had a result.</summary>
    LocateInterrupted = 6,

    /// <summary>The patron cancels.</summary>
    CancelByPatron = 7,

    /// <summary>Staff cancel.</summary>
    CancelByStaff = 8,

    /// <summary>Staff put a new request in the place of this one, which is completed.</summary>
    Replace = 9,

    /// <summary>The request message reached the partner.</summary>
    Sent = 10,

    /// <summary>The request message was not confirmed; the outcome says whether it may have arrived.</summary>
    SendFailed = 11,

    /// <summary>Staff send the request now.</summary>
    Send = 12,

    /// <summary>Staff go on to the next partner of the rota.</summary>
    SkipPartner = 13,

    /// <summary>The partner has the request.</summary>
    PartnerAcknowledged = 14,

    /// <summary>The partner works on the request.</summary>
    PartnerAccepted = 15,

    /// <summary>The partner promises to supply.</summary>
    PartnerWillSupply = 16,

    /// <summary>The partner would supply on a condition.</summary>
    PartnerSetCondition = 17,

    /// <summary>The partner asks to try again, later or otherwise.</summary>
    PartnerRetryPossible = 18,

    /// <summary>The partner can't supply.</summary>
    PartnerRejected = 19,

    /// <summary>The partner let the request lapse, or its days to respond are over.</summary>
    PartnerExpired = 20,

    /// <summary>The partner shipped the item.</summary>
    PartnerShipped = 21,

    /// <summary>The partner sent a file.</summary>
    PartnerShippedDigitally = 22,

    /// <summary>The partner ended the request by itself.</summary>
    PartnerCancelled = 23,

    /// <summary>Staff accept the condition, or the retry, that stands.</summary>
    AcceptCondition = 24,

    /// <summary>Staff decline the condition, or the retry, that stands.</summary>
    DeclineCondition = 25,

    /// <summary>The item arrived at the borrowing library.</summary>
    Receive = 26,

    /// <summary>The partner agrees to the cancellation.</summary>
    PartnerAcceptedCancel = 27,

    /// <summary>The partner refuses the cancellation.</summary>
    PartnerRefusedCancel = 28,

    /// <summary>The time for an answer to the cancellation is over.</summary>
    CancelUnanswered = 29,

    /// <summary>Staff ask the partner again to cancel.</summary>
    ResendCancel = 30,

    /// <summary>Staff end the cancellation without the partner's answer.</summary>
    ForceCancel = 31,

    /// <summary>The patron no longer wants an item that is on its way or here.</summary>
    PatronWithdrew = 32,

    /// <summary>Staff scan the item in at the resource sharing library.</summary>
    ScanIn = 33,

    /// <summary>The item arrived, for use inside the library only.</summary>
    ReceiveNotForLoan = 34,

    /// <summary>The partner takes its shipment back.</summary>
    PartnerUnshipped = 35,

    /// <summary>The file arrived.</summary>
    ReceiveDigitally = 36,

    /// <summary>The file was handed to the patron.</summary>
    DigitalDelivered = 37,

    /// <summary>The item arrived at the pickup location.</summary>
    ArrivedAtPickup = 38,

    /// <summary>The item is lent to the patron.</summary>
    Loan = 39,

    /// <summary>The time on the hold shelf is over.</summary>
    HoldExpired = 40,

    /// <summary>Staff send the item, or some volumes of it, back to the lender.</summary>
    ReturnToPartner = 41,

    /// <summary>The patron, or staff for the patron, ask for a renewal.</summary>
    RequestRenewal = 42,

    /// <summary>Staff forward the patron's renewal to the partner.</summary>
    ForwardRenewal = 43,

    /// <summary>Staff decline the patron's renewal.</summary>
    DeclineRenewal = 44,

    /// <summary>The partner extended the loan.</summary>
    PartnerRenewed = 45,

    /// <summary>The partner refused the renewal.</summary>
    PartnerRefusedRenewal = 46,

    /// <summary>The partner says that the item is overdue.</summary>
    PartnerOverdue = 47,

    /// <summary>The due date is past.</summary>
    DueDatePassed = 48,

    /// <summary>The partner wants the item back now.</summary>
    PartnerRecalled = 49,

    /// <summary>The patron returned the item at a branch.</summary>
    ReturnAtBranch = 50,

    /// <summary>Staff report the item lost.</summary>
    ReportLost = 51,

    /// <summary>Staff report the item damaged.</summary>
    ReportDamaged = 52,

    /// <summary>The lost item was paid for.</summary>
    PayLostFee = 53,

    /// <summary>The partner declared the item lost.</summary>
    PartnerDeclaredLost = 54,

    /// <summary>The partner closed its side without a return.</summary>
    PartnerCompletedWithoutReturn = 55,

    /// <summary>The partner checked the item in.</summary>
    PartnerCheckedIn = 56,

    /// <summary>Staff undo a return that was recorded by mistake.</summary>
    UndoReturn = 57,

    /// <summary>Staff complete the request by hand.</summary>
    Complete = 58,

    /// <summary>Staff bring a request back to life.</summary>
    Reactivate = 59,

    /// <summary>Staff submit the same wish again as a new request.</summary>
    Resubmit = 60,

    /// <summary>Staff hand the request to another resource sharing system.</summary>
    Export = 61,

    /// <summary>The wish was filled outside the workflow.</summary>
    ObtainExternally = 62,

    /// <summary>The retention period is over.</summary>
    Purge = 63,

    /// <summary>Staff accept a shipment that came after the close or from another partner of the rota.</summary>
    AcceptLateShipment = 64,

    /// <summary>Staff remove a temporary item that was left behind.</summary>
    RemoveTemporaryItem = 65,

    /// <summary>A partner wrote a general message.</summary>
    ReceiveGeneralMessage = 66,

    /// <summary>Staff dismiss general messages.</summary>
    DismissGeneralMessage = 67,

    /// <summary>Staff write to the partner.</summary>
    SendGeneralMessage = 68,

    /// <summary>Staff add a note.</summary>
    AddNote = 69,

    /// <summary>Staff dismiss notes.</summary>
    DismissNote = 70,

    /// <summary>Staff reorder the partners that have not been asked yet.</summary>
    ChangePartnerOrder = 71,

    /// <summary>Staff correct the request.</summary>
    EditRequest = 72,

    /// <summary>Staff assign the request to a person.</summary>
    Assign = 73,
}
