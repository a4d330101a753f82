namespace BorrowingWorkflow.Faults.Wire;

/// <summary>What the conductor asks of a host.</summary>
internal enum Order : byte
{
    /// <summary>Decide an input.</summary>
    Decide,

    /// <summary>Say in which status a request is.</summary>
    Find,

    /// <summary>The answer to what a port of the host asked.</summary>
    Answer,

    /// <summary>Set the clock.</summary>
    SetClock,

    /// <summary>Carry out what is due until nothing is.</summary>
    Drain,
}
