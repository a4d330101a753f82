namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Why a supplying agency writes (<c>reasonForMessage</c>).</summary>
/// <remarks>A closed list of the standard. What a peer sends beyond it is kept as it came and is not <see cref="IsKnown"/>; the writer refuses it. Codes are compared character by character.</remarks>
public readonly record struct ReasonForMessage
{
    private readonly string? _code;

    /// <summary>Takes over a reason as it stands in a message.</summary>
    /// <param name="code">The code; null and the empty text make the empty value.</param>
    public ReasonForMessage(string? code) => _code = string.IsNullOrEmpty(code) ? null : code;

    /// <summary>The answer to a request.</summary>
    public static ReasonForMessage RequestResponse { get; } = new("RequestResponse");

    /// <summary>The answer to a question for the status.</summary>
    public static ReasonForMessage StatusRequestResponse { get; } = new("StatusRequestResponse");

    /// <summary>The answer to a wish for a longer loan.</summary>
    public static ReasonForMessage RenewResponse { get; } = new("RenewResponse");

    /// <summary>The answer to a cancellation.</summary>
    public static ReasonForMessage CancelResponse { get; } = new("CancelResponse");

    /// <summary>The status has changed.</summary>
    public static ReasonForMessage StatusChange { get; } = new("StatusChange");

    /// <summary>A remark; the status does not change.</summary>
    public static ReasonForMessage Notification { get; } = new("Notification");

    /// <summary>The code as it stands in a message; the empty text for the empty value.</summary>
    public string Code => _code ?? "";

    /// <summary>True where there is no code: the element was absent or empty.</summary>
    public bool IsEmpty => _code is null;

    /// <summary>True where the standard has the code, in either version.</summary>
    public bool IsKnown => _code is "RequestResponse" or "StatusRequestResponse" or "RenewResponse" or "CancelResponse" or "StatusChange" or "Notification";

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
