namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Which edition is wanted (<c>preferredEdition</c>; 2021-2 only).</summary>
/// <remarks>A closed list of the standard. What a peer sends beyond it is kept as it came and is not <see cref="IsKnown"/>; the writer refuses it. Codes are compared character by character.</remarks>
public readonly record struct PreferredEdition
{
    private readonly string? _code;

    /// <summary>Takes over a preferred edition as it stands in a message.</summary>
    /// <param name="code">The code; null and the empty text make the empty value.</param>
    public PreferredEdition(string? code) => _code = string.IsNullOrEmpty(code) ? null : code;

    /// <summary>The most recent one.</summary>
    public static PreferredEdition MostRecentEdition { get; } = new("MostRecentEdition");

    /// <summary>The one that is cited.</summary>
    public static PreferredEdition ThisEdition { get; } = new("ThisEdition");

    /// <summary>Any.</summary>
    public static PreferredEdition AnyEdition { get; } = new("AnyEdition");

    /// <summary>The code as it stands in a message; the empty text for the empty value.</summary>
    public string Code => _code ?? "";

    /// <summary>True where there is no code: the element was absent or empty.</summary>
    public bool IsEmpty => _code is null;

    /// <summary>True where the standard has the code, in either version.</summary>
    public bool IsKnown => IsIn(Iso18626Version.V1_2) || IsIn(Iso18626Version.V2021_2);

    /// <summary>True where the list of <paramref name="version"/> has the code.</summary>
    public bool IsIn(Iso18626Version version) =>
        version == Iso18626Version.V2021_2 && _code is "MostRecentEdition" or "ThisEdition" or "AnyEdition";

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
