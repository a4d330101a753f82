namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>A place and a way to deliver (<c>requestedDeliveryInfo</c>).</summary>
public sealed record RequestedDeliveryInfo
{
    /// <summary>Its place in the order. 2021-2 has no negative one.</summary>
    public long? SortOrder { get; init; }

    /// <summary>Where to.</summary>
    public Address? Address { get; init; }

    /// <summary>How. 2021-2 only.</summary>
    public Code? DeliveryMethod { get; init; }

    /// <summary>By which courier. 2021-2 only.</summary>
    public Code? CourierName { get; init; }
}
