namespace BorrowingWorkflow.Tests.Servers;

/// <summary>How a server is stopped.</summary>
public enum StopMode
{
    /// <summary>Open transactions are rolled back, clients are told, everything is written.</summary>
    Fast,

    /// <summary>At once; the next start recovers from the log.</summary>
    Immediate,
}
