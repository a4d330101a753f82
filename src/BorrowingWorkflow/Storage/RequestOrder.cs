namespace BorrowingWorkflow.Storage;

/// <summary>The order of a list.</summary>
public enum RequestOrder : byte
{
    /// <summary>Longest in its status first.</summary>
    LongestInStatus,

    /// <summary>The one that entered its status last comes first.</summary>
    Newest,

    /// <summary>The oldest active note first.</summary>
    OldestNote,

    /// <summary>The oldest active general message first.</summary>
    OldestMessage,

    /// <summary>The earliest due date first; those without one last.</summary>
    DueDate,

    /// <summary>The hold that expired longest ago first; those without one last.</summary>
    HoldExpiry,
}
