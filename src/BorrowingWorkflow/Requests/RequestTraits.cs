namespace BorrowingWorkflow.Requests;

/// <summary>
/// Facts about a request in one word, for lists and scans that must not open the request itself.
/// They follow from the snapshot and are written with it.
/// </summary>
[Flags]
public enum RequestTraits
{
    /// <summary>Nothing to note.</summary>
    None = 0,

    /// <summary>At least one note is active.</summary>
    ActiveNote = 1 << 0,

    /// <summary>At least one general message is active.</summary>
    ActiveMessage = 1 << 1,

    /// <summary>The status is final.</summary>
    Final = 1 << 2,

    /// <summary>The history holds something that a detector looks for whatever the status: open the snapshot.</summary>
    Remarkable = 1 << 3,

    /// <summary>Completed by the partner's check-in.</summary>
    ClosedByCheckIn = 1 << 4,

    /// <summary>The hold was found to be expired.</summary>
    HoldExpired = 1 << 5,

    /// <summary>The item is in transit to the pickup location.</summary>
    InTransitToPickup = 1 << 6,

    /// <summary>The request is kept active after the rota was exhausted.</summary>
    KeptActive = 1 << 7,

    /// <summary>The request was taken over from elsewhere.</summary>
    Imported = 1 << 8,
}
