namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>How a mock lender fails to answer as it should.</summary>
public enum MockTroubleKind
{
    /// <summary>The confirmation says ERROR, and the message is not taken.</summary>
    ErrorConfirmation,

    /// <summary>HTTP 400, and the message is not taken.</summary>
    Http400,

    /// <summary>HTTP 500, and the message is not taken.</summary>
    Http500,

    /// <summary>HTTP 503, and the message is not taken.</summary>
    Http503,

    /// <summary>The connection breaks, and the message is not taken.</summary>
    MessageLost,

    /// <summary>The message is taken, and the connection breaks before the confirmation.</summary>
    ConfirmationLost,

    /// <summary>The message is taken, and the confirmation comes <see cref="MockTrouble.Delays"/> later.</summary>
    SlowConfirmation,
}
