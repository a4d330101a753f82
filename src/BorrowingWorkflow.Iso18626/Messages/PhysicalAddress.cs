namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>A postal address (<c>physicalAddress</c>).</summary>
public sealed record PhysicalAddress
{
    /// <summary>Says nothing about the address, so that no log can.</summary>
    public override string ToString() => "(withheld)";

    /// <summary>The first line.</summary>
    public string? Line1 { get; init; }

    /// <summary>The second line.</summary>
    public string? Line2 { get; init; }

    /// <summary>The town.</summary>
    public string? Locality { get; init; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The region by ISO 3166-2. In 2021-2 it is a plain text, without a scheme.</summary>
    public Code? Region { get; init; }

    /// <summary>The country by ISO 3166-1.</summary>
    public Code? Country { get; init; }
}
