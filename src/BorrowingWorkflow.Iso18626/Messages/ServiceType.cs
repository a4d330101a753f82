namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>What kind of service is asked for or given (<c>serviceType</c>).</summary>
/// <remarks>A closed list of the standard. What a peer sends beyond it is kept as it came and is not <see cref="IsKnown"/>; the writer refuses it. Codes are compared character by character.</remarks>
public readonly record struct ServiceType
{
    private readonly string? _code;

    /// <summary>Takes over a service type as it stands in a message.</summary>
    /// <param name="code">The code; null and the empty text make the empty value.</param>
    public ServiceType(string? code) => _code = string.IsNullOrEmpty(code) ? null : code;

    /// <summary>A copy, to keep.</summary>
    public static ServiceType Copy { get; } = new("Copy");

    /// <summary>A loan.</summary>
    public static ServiceType Loan { get; } = new("Loan");

    /// <summary>Either.</summary>
    public static ServiceType CopyOrLoan { get; } = new("CopyOrLoan");

    /// <summary>The code as it stands in a message; the empty text for the empty value.</summary>
    public string Code => _code ?? "";

    /// <summary>True where there is no code: the element was absent or empty.</summary>
    public bool IsEmpty => _code is null;

    /// <summary>True where the standard has the code, in either version.</summary>
    public bool IsKnown => _code is "Copy" or "Loan" or "CopyOrLoan";

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
