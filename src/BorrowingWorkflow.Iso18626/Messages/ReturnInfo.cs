namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Where an item is to go back to (<c>returnInfo</c>).</summary>
public sealed record ReturnInfo
{
    /// <summary>The agency.</summary>
    public AgencyId? ReturnAgencyId { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its address.</summary>
    public PhysicalAddress? PhysicalAddress { get; init; }
}
