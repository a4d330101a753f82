namespace BorrowingWorkflow.Machine;

/// <summary>Which remembered status a clause restores; written <c>^</c> in the tables.</summary>
public enum Memory : byte
{
    /// <summary>None: the clause names its status.</summary>
    None,

    /// <summary>The status before the cancellation.</summary>
    Cancel,

    /// <summary>The status before the return.</summary>
    Return,

    /// <summary>The status before the close.</summary>
    Close,
}
