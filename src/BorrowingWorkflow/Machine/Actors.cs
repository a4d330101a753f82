namespace BorrowingWorkflow.Machine;

/// <summary>Which actors may fire a trigger.</summary>
[Flags]
public enum Actors : byte
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>The patron.</summary>
    Patron = 1 << Actor.Patron,

    /// <summary>Staff.</summary>
    Staff = 1 << Actor.Staff,

    /// <summary>A partner.</summary>
    Partner = 1 << Actor.Partner,

    /// <summary>The workflow itself.</summary>
    System = 1 << Actor.System,

    /// <summary>Everybody.</summary>
    All = Patron | Staff | Partner | System,
}
