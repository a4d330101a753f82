namespace BorrowingWorkflow.Testing.Ports;

/// <summary>Where a call breaks off.</summary>
public enum PortFault
{
    /// <summary>Before the world saw anything of it, e.g. there is no connection.</summary>
    BeforeTheDeed,

    /// <summary>After the world saw it and before the call could return, e.g. the confirmation was lost.</summary>
    AfterTheDeed,
}
