namespace BorrowingWorkflow.Requests;

/// <summary>The part of a request's life that a status belongs to.</summary>
public enum RequestPhase : byte
{
    /// <summary>Before anyone is looked for: drafts, approvals, citations to correct.</summary>
    Intake,

    /// <summary>Holders are being looked for and a rota is being formed.</summary>
    Locate,

    /// <summary>A rota exists; the request to the active partner is on its way.</summary>
    Sending,

    /// <summary>The active partner holds the request and considers it.</summary>
    AtPartner,

    /// <summary>The borrower asked the partner to cancel.</summary>
    Cancelling,

    /// <summary>The lender has shipped or sent a file.</summary>
    Supplying,

    /// <summary>The item is at the borrowing library.</summary>
    OnShelf,

    /// <summary>The patron has, or had, the item.</summary>
    OnLoan,

    /// <summary>Lost or damaged.</summary>
    Trouble,

    /// <summary>On the way back to the lender.</summary>
    Returning,

    /// <summary>Nothing more is expected.</summary>
    Final,
}
