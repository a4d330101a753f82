namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>A supplier that the requester knows of (<c>supplierInfo</c>).</summary>
public sealed record SupplierInfo
{
    /// <summary>The supplier's place in the order. 2021-2 has no negative one.</summary>
    public long? SortOrder { get; init; }

    /// <summary>The supplier.</summary>
    public AgencyId? SupplierCode { get; init; }

    /// <summary>The supplier in words.</summary>
    public string? SupplierDescription { get; init; }

    /// <summary>The record in the supplier's catalogue.</summary>
    public BibliographicRecordId? BibliographicRecordId { get; init; }

    /// <summary>The call number.</summary>
    public string? CallNumber { get; init; }

    /// <summary>What the supplier has.</summary>
    public string? SummaryHoldings { get; init; }

    /// <summary>Whether it is there.</summary>
    public string? AvailabilityNote { get; init; }
}
