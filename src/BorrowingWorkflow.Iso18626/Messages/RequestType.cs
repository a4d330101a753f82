namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Whether a request is a new one (<c>requestType</c>).</summary>
/// <remarks>A closed list of the standard. What a peer sends beyond it is kept as it came and is not <see cref="IsKnown"/>; the writer refuses it. Codes are compared character by character.</remarks>
public readonly record struct RequestType
{
    private readonly string? _code;

    /// <summary>Takes over a request type as it stands in a message.</summary>
    /// <param name="code">The code; null and the empty text make the empty value.</param>
    public RequestType(string? code) => _code = string.IsNullOrEmpty(code) ? null : code;

    /// <summary>A new request.</summary>
    public static RequestType New { get; } = new("New");

    /// <summary>A request that is repeated on other terms.</summary>
    public static RequestType Retry { get; } = new("Retry");

    /// <summary>A reminder of a request.</summary>
    public static RequestType Reminder { get; } = new("Reminder");

    /// <summary>The code as it stands in a message; the empty text for the empty value.</summary>
    public string Code => _code ?? "";

    /// <summary>True where there is no code: the element was absent or empty.</summary>
    public bool IsEmpty => _code is null;

    /// <summary>True where the standard has the code, in either version.</summary>
    public bool IsKnown => _code is "New" or "Retry" or "Reminder";

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
