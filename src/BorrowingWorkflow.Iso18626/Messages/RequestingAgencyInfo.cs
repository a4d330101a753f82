namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Who the requesting agency is (<c>requestingAgencyInfo</c>).</summary>
public sealed record RequestingAgencyInfo
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Whom to speak to.</summary>
    public string? ContactName { get; init; }

    /// <summary>Its addresses.</summary>
    /// <value>None.</value>
    public ValueList<Address> Address { get; init; } = [];
}
