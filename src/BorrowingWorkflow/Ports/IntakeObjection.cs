namespace BorrowingWorkflow.Ports;

/// <summary>What an intake rule can object, in the order in which rules are asked.</summary>
public enum IntakeObjection : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The citation is too thin to locate.</summary>
    CitationInsufficient,

    /// <summary>The borrower's own catalogue seems to hold it.</summary>
    LocallyHeld,

    /// <summary>The patron seems to have asked for it already.</summary>
    PossibleDuplicate,

    /// <summary>A person has to say yes: copyright limit, cost, patron group.</summary>
    ApprovalRequired,
}
