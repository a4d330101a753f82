namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>What a mock lender hears and may react to.</summary>
public enum MockCue
{
    /// <summary>A request that it does not have yet.</summary>
    Request,

    /// <summary>A request of type Retry, or a new one under the id of one that is over.</summary>
    Retry,

    /// <summary>The item arrived.</summary>
    Received,

    /// <summary>The borrower asks for a renewal.</summary>
    Renew,

    /// <summary>The borrower asks to cancel.</summary>
    Cancel,

    /// <summary>The item is on its way back.</summary>
    ShippedReturn,

    /// <summary>The item goes on to another library.</summary>
    ShippedForward,

    /// <summary>The item is lost. 2021-2 only.</summary>
    Lost,

    /// <summary>The item's return is held back. 2021-2 only.</summary>
    HoldReturn,

    /// <summary>A note.</summary>
    Notification,

    /// <summary>The borrower asks how the request stands.</summary>
    StatusRequest,
}
