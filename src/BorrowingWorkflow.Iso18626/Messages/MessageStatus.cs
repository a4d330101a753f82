namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Whether a message could be taken (<c>messageStatus</c>). It says nothing about the request itself; see <see cref="SupplyStatus"/>.</summary>
/// <remarks>A closed list of the standard. What a peer sends beyond it is kept as it came and is not <see cref="IsKnown"/>; the writer refuses it. Codes are compared character by character.</remarks>
public readonly record struct MessageStatus
{
    private readonly string? _code;

    /// <summary>Takes over a message status as it stands in a message.</summary>
    /// <param name="code">The code; null and the empty text make the empty value.</param>
    public MessageStatus(string? code) => _code = string.IsNullOrEmpty(code) ? null : code;

    /// <summary>The message has been taken (<c>OK</c>).</summary>
    public static MessageStatus Ok { get; } = new("OK");

    /// <summary>The message has not been taken (<c>ERROR</c>).</summary>
    public static MessageStatus Error { get; } = new("ERROR");

    /// <summary>The code as it stands in a message; the empty text for the empty value.</summary>
    public string Code => _code ?? "";

    /// <summary>True where there is no code: the element was absent or empty.</summary>
    public bool IsEmpty => _code is null;

    /// <summary>True where the standard has the code, in either version.</summary>
    public bool IsKnown => _code is "OK" or "ERROR";

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
