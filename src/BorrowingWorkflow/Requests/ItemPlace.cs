namespace BorrowingWorkflow.Requests;

/// <summary>Where the borrower believes the physical item to be.</summary>
public enum ItemPlace : byte
{
    /// <summary>Not at the borrower.</summary>
    Elsewhere,

    /// <summary>At the resource sharing library, on no shelf.</summary>
    AtLibrary,

    /// <summary>In transit to the pickup location.</summary>
    InTransitToPickup,

    /// <summary>On the hold shelf.</summary>
    OnHoldShelf,

    /// <summary>With the patron.</summary>
    WithPatron,

    /// <summary>In transit from a branch to the resource sharing library.</summary>
    InTransitToLibrary,
}
