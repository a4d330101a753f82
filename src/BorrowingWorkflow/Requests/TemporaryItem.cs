namespace BorrowingWorkflow.Requests;

/// <summary>The temporary item record in the borrower's own catalogue, as far as the workflow asked for it.</summary>
public enum TemporaryItem : byte
{
    /// <summary>None was ever asked for.</summary>
    None,

    /// <summary>It was created and stands.</summary>
    Stands,

    /// <summary>It was deleted.</summary>
    Deleted,
}
