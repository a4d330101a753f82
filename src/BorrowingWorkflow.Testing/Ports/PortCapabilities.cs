namespace BorrowingWorkflow.Testing.Ports;

/// <summary>What a port is made for. A capability decides which behaviour is expected; no case is left out for want of one.</summary>
[Flags]
public enum PortCapabilities
{
    /// <summary>A port in one process's memory: what it knew is gone when it is opened again, and so are its consequences.</summary>
    None = 0,

    /// <summary>What was done is known when the port is opened again.</summary>
    Durable = 1,
}
