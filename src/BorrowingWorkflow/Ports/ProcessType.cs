namespace BorrowingWorkflow.Ports;

/// <summary>What the local catalogue says of a temporary item.</summary>
public enum ProcessType : byte
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>In transit.</summary>
    Transit,

    /// <summary>On loan.</summary>
    Loan,

    /// <summary>Awaited: a resource sharing request, never received.</summary>
    ResourceSharingRequest,

    /// <summary>On the hold shelf.</summary>
    HoldShelf,

    /// <summary>A loan that was declared lost.</summary>
    LostLoan,
}
