namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>How far a request has to be at the mock lender for a step to be taken.</summary>
public enum MockStage
{
    /// <summary>As far as it likes.</summary>
    Any,

    /// <summary>Nothing has been shipped yet, and the lender still works on it.</summary>
    BeforeShipping,

    /// <summary>The item is out.</summary>
    AfterShipping,
}
