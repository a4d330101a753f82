namespace BorrowingWorkflow.Machine;

/// <summary>Who an input comes from.</summary>
public enum Actor : byte
{
    /// <summary>The patron, by the discovery system or the account page.</summary>
    Patron = 0,

    /// <summary>A person at the resource sharing desk.</summary>
    Staff = 1,

    /// <summary>A lender's system.</summary>
    Partner = 2,

    /// <summary>The workflow itself: timers, the locate, the transport's outcomes.</summary>
    System = 3,
}
