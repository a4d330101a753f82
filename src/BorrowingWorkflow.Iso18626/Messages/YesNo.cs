namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>A yes or a no (<c>yesNo</c>); the empty value says neither.</summary>
/// <remarks>A closed list of the standard. What a peer sends beyond it is kept as it came and is not <see cref="IsKnown"/>; the writer refuses it. Codes are compared character by character.</remarks>
public readonly record struct YesNo
{
    private readonly string? _code;

    /// <summary>Takes over a yes or no as it stands in a message.</summary>
    /// <param name="code">The code; null and the empty text make the empty value.</param>
    public YesNo(string? code) => _code = string.IsNullOrEmpty(code) ? null : code;

    /// <summary>Yes (<c>Y</c>).</summary>
    public static YesNo Yes { get; } = new("Y");

    /// <summary>No (<c>N</c>).</summary>
    public static YesNo No { get; } = new("N");

    /// <summary>The code as it stands in a message; the empty text for the empty value.</summary>
    public string Code => _code ?? "";

    /// <summary>True where there is no code: the element was absent or empty.</summary>
    public bool IsEmpty => _code is null;

    /// <summary>True where the standard has the code, in either version.</summary>
    public bool IsKnown => _code is "Y" or "N";

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
