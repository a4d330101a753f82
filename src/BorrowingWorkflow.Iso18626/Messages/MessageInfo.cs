namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Why a supplying agency writes, and its answer (<c>messageInfo</c>).</summary>
/// <remarks>The costs and dates of a retry, which stand here in 1.2, are in <see cref="SupplyingAgencyMessage.RetryInfo"/>.</remarks>
public sealed record MessageInfo
{
    /// <summary>Why the agency writes.</summary>
    /// <value>Empty; the writer demands one.</value>
    public ReasonForMessage ReasonForMessage { get; init; }

    /// <summary>The answer to a cancellation or a renewal.</summary>
    /// <value>Empty: no answer.</value>
    public YesNo AnswerYesNo { get; init; }

    /// <summary>A remark for the staff.</summary>
    public string? Note { get; init; }

    /// <summary>Why the agency does not supply.</summary>
    public Code? ReasonUnfilled { get; init; }

    /// <summary>Why the agency does not supply on these terms.</summary>
    public Code? ReasonRetry { get; init; }
}
