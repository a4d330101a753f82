namespace BorrowingWorkflow.Engine;

/// <summary>Whether the next partner is asked by itself when one rejects or cancels.</summary>
public enum RejectedPolicy : byte
{
    /// <summary>It is.</summary>
    Continue,

    /// <summary>It waits in Ready to be sent until staff send it.</summary>
    WaitForStaff,
}
