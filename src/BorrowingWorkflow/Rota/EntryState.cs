namespace BorrowingWorkflow.Rota;

/// <summary>What became of a rota entry.</summary>
public enum EntryState : byte
{
    /// <summary>Not asked yet.</summary>
    Pending,

    /// <summary>The partner that the request is with, or on its way to.</summary>
    Active,

    /// <summary>The partner shipped.</summary>
    Shipped,

    /// <summary>The partner can't supply.</summary>
    Rejected,

    /// <summary>The partner let the request lapse.</summary>
    Expired,

    /// <summary>The borrower declined the partner's condition.</summary>
    Declined,

    /// <summary>The cancellation was agreed, or the partner cancelled by itself.</summary>
    Cancelled,

    /// <summary>Staff went on to the next partner.</summary>
    Skipped,

    /// <summary>Another entry's shipment was accepted instead.</summary>
    Superseded,

    /// <summary>The request ended while the partner was active.</summary>
    Closed,

    /// <summary>The partner can't be asked: unknown, inactive, the borrower itself, or named twice.</summary>
    Unusable,
}
