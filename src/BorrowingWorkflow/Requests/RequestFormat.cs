namespace BorrowingWorkflow.Requests;

/// <summary>The form in which an item is wanted.</summary>
public enum RequestFormat : byte
{
    /// <summary>A physical item that goes back to the lender.</summary>
    Physical,

    /// <summary>A file.</summary>
    Digital,
}
