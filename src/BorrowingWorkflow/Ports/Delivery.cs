namespace BorrowingWorkflow.Ports;

/// <summary>What is known of a message to a partner.</summary>
public enum Delivery : byte
{
    /// <summary>It may have arrived, as after a time-out.</summary>
    Unknown,

    /// <summary>The partner confirmed it.</summary>
    Delivered,

    /// <summary>It certainly did not arrive.</summary>
    NotDelivered,
}
