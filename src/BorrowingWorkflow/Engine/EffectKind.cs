namespace BorrowingWorkflow.Engine;

/// <summary>What a decision asks the world to do, named as in the transition table.</summary>
public enum EffectKind : byte
{
    /// <summary>Look for holders and form a rota. The locator answers with RotaBuilt, LocateFoundNothing or LocateInterrupted.</summary>
    StartLocate,

    /// <summary>The same again, after an interruption.</summary>
    RetryLocate,

    /// <summary>Stop looking.</summary>
    StopLocate,

    /// <summary>Send the request to the partner; with detail Retry, as a retry.</summary>
    SendRequest,

    /// <summary>Send the request again after a send that certainly did not arrive.</summary>
    RetrySend,

    /// <summary>Send the very same message again, since it may or may not have arrived.</summary>
    RepeatSend,

    /// <summary>Ask the partner whether it has the request.</summary>
    AskPartner,

    /// <summary>Ask the partner to cancel; it will answer.</summary>
    SendCancel,

    /// <summary>Tell a partner to cancel that no answer is expected from.</summary>
    TellPartner,

    /// <summary>Tell the partner that the item arrived.</summary>
    SendReceived,

    /// <summary>Tell the partner that the item is on its way back.</summary>
    SendReturned,

    /// <summary>Ask the partner for a renewal.</summary>
    SendRenew,

    /// <summary>Tell the partner that the item is lost.</summary>
    SendLost,

    /// <summary>Write to the partner.</summary>
    SendNote,

    /// <summary>Answer the partner's condition; detail yes or no.</summary>
    SendConditionAnswer,

    /// <summary>Tell the patron; the detail names the notice.</summary>
    NotifyPatron,

    /// <summary>Tell staff; the detail names the alert.</summary>
    AlertStaff,

    /// <summary>Create the temporary item record.</summary>
    CreateTemporaryItem,

    /// <summary>Delete the temporary item record.</summary>
    DeleteTemporaryItem,

    /// <summary>Bring the temporary item record back.</summary>
    RestoreTemporaryItem,

    /// <summary>Put the item on the hold shelf.</summary>
    PlaceOnHoldShelf,

    /// <summary>Send the item to the pickup location.</summary>
    TransitToPickup,

    /// <summary>Send the item from the branch to the resource sharing library.</summary>
    TransitToResourceSharingLibrary,

    /// <summary>Cancel the patron's hold on the item.</summary>
    CancelHold,

    /// <summary>End the loan in the patron's account.</summary>
    DischargeLoan,

    /// <summary>Extend the loan to a new due date.</summary>
    ExtendLoan,

    /// <summary>Bring the patron's loan back.</summary>
    RestoreLoan,

    /// <summary>Send a stray item back to its lender.</summary>
    RouteItemBack,

    /// <summary>Hand the file to the patron.</summary>
    DeliverFile,

    /// <summary>Submit a new request in place of this one.</summary>
    SubmitReplacement,

    /// <summary>Patron data were erased by the save itself.</summary>
    ErasePatronData,
}
