namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Courier, tracking and insurance (<c>shippingInfo</c>; 2021-2 only).</summary>
public sealed record ShippingInfo
{
    /// <summary>The courier.</summary>
    public Code? CourierName { get; init; }

    /// <summary>The tracking ids.</summary>
    /// <value>None.</value>
    public ValueList<string> TrackingId { get; init; } = [];

    /// <summary>Whether it is insured.</summary>
    /// <value>Empty.</value>
    public YesNo Insurance { get; init; }

    /// <summary>Whether by a third party.</summary>
    /// <value>Empty.</value>
    public YesNo InsuranceThirdParty { get; init; }

    /// <summary>The third party.</summary>
    public string? ThirdPartyName { get; init; }

    /// <summary>What the insurance costs.</summary>
    /// <value>None.</value>
    public ValueList<Costs> InsuranceCosts { get; init; } = [];
}
