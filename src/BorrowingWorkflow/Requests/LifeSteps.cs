namespace BorrowingWorkflow.Requests;

/// <summary>The steps of a loan that a request normally goes through; what was skipped is recorded when a request ends early.</summary>
[Flags]
public enum LifeSteps : byte
{
    /// <summary>No step.</summary>
    None = 0,

    /// <summary>The request was sent to the partner.</summary>
    Sent = 1,

    /// <summary>The lender shipped.</summary>
    Shipped = 2,

    /// <summary>The borrower received.</summary>
    Received = 4,

    /// <summary>The item was lent to the patron.</summary>
    Loaned = 8,

    /// <summary>The borrower sent the item back.</summary>
    Returned = 16,

    /// <summary>The lender checked it in.</summary>
    CheckedIn = 32,
}
