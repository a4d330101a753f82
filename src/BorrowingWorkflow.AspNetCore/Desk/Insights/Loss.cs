namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>Why a request ended that nobody supplied.</summary>
internal enum Loss : byte
{
    /// <summary>The locate found nobody, or nobody who can be asked.</summary>
    NoRota,

    /// <summary>The patron cancelled.</summary>
    CancelledByPatron,

    /// <summary>Staff cancelled.</summary>
    CancelledByStaff,

    /// <summary>Nobody on the rota could supply.</summary>
    RejectedByAll,

    /// <summary>The last partner let the request lapse.</summary>
    Expired,

    /// <summary>The last partner ended the request.</summary>
    CancelledByPartner,

    /// <summary>The wish was filled outside the workflow.</summary>
    ObtainedElsewhere,

    /// <summary>It was handed to another system.</summary>
    Exported,

    /// <summary>Staff completed or replaced it.</summary>
    ClosedByHand,
}
