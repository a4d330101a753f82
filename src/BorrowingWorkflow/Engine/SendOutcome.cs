namespace BorrowingWorkflow.Engine;

/// <summary>What is known of a send that was not confirmed.</summary>
public enum SendOutcome : byte
{
    /// <summary>It may have arrived, as after a time-out.</summary>
    Unknown,

    /// <summary>It certainly did not arrive.</summary>
    NotDelivered,
}
