namespace BorrowingWorkflow.Faults.Wire;

/// <summary>What a host says.</summary>
internal enum Word : byte
{
    /// <summary>It takes orders.</summary>
    Ready,

    /// <summary>An input is decided and saved: the acknowledgement.</summary>
    Decided,

    /// <summary>A request is in this status, or there is none.</summary>
    Found,

    /// <summary>An order ended in an exception.</summary>
    Failed,

    /// <summary>A port asks what is to become of an effect.</summary>
    Carry,

    /// <summary>Nothing is due any more.</summary>
    Drained,

    /// <summary>A save was a conflict and is decided again.</summary>
    Conflict,

    /// <summary>The work in the background ended in an exception and goes on.</summary>
    Trouble,
}
