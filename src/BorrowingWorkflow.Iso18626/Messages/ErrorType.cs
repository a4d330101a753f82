namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>What was wrong with a message (<c>errorType</c>).</summary>
/// <remarks>A closed list of the standard. What a peer sends beyond it is kept as it came and is not <see cref="IsKnown"/>; the writer refuses it. Codes are compared character by character.</remarks>
public readonly record struct ErrorType
{
    private readonly string? _code;

    /// <summary>Takes over an error type as it stands in a message.</summary>
    /// <param name="code">The code; null and the empty text make the empty value.</param>
    public ErrorType(string? code) => _code = string.IsNullOrEmpty(code) ? null : code;

    /// <summary>The receiver does not support this action.</summary>
    public static ErrorType UnsupportedActionType { get; } = new("UnsupportedActionType");

    /// <summary>The receiver does not support this reason.</summary>
    public static ErrorType UnsupportedReasonForMessageType { get; } = new("UnsupportedReasonForMessageType");

    /// <summary>The receiver does not know an element.</summary>
    public static ErrorType UnrecognisedDataElement { get; } = new("UnrecognisedDataElement");

    /// <summary>The receiver does not know a value, such as the request id.</summary>
    public static ErrorType UnrecognisedDataValue { get; } = new("UnrecognisedDataValue");

    /// <summary>The receiver could not read the message.</summary>
    public static ErrorType BadlyFormedMessage { get; } = new("BadlyFormedMessage");

    /// <summary>The code as it stands in a message; the empty text for the empty value.</summary>
    public string Code => _code ?? "";

    /// <summary>True where there is no code: the element was absent or empty.</summary>
    public bool IsEmpty => _code is null;

    /// <summary>True where the standard has the code, in either version.</summary>
    public bool IsKnown => _code is "UnsupportedActionType" or "UnsupportedReasonForMessageType" or "UnrecognisedDataElement" or "UnrecognisedDataValue" or "BadlyFormedMessage";

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
