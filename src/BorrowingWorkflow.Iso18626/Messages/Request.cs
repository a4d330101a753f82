namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>A requesting agency asks for an item or a copy (<c>request</c>).</summary>
public sealed record Request : MessageBody
{
    /// <summary>Who asks whom, when, and under which request id.</summary>
    public MessageHeader Header { get; init; } = new();

    /// <summary>What is asked for.</summary>
    public BibliographicInfo BibliographicInfo { get; init; } = new();

    /// <summary>How it was published.</summary>
    public PublicationInfo? PublicationInfo { get; init; }

    /// <summary>How the request is to be served. 2021-2 demands it.</summary>
    public ServiceInfo? ServiceInfo { get; init; }

    /// <summary>The suppliers that the requester knows of.</summary>
    /// <value>None.</value>
    public ValueList<SupplierInfo> SupplierInfo { get; init; } = [];

    /// <summary>Where and how to deliver.</summary>
    /// <value>None.</value>
    public ValueList<RequestedDeliveryInfo> RequestedDeliveryInfo { get; init; } = [];

    /// <summary>Who the requesting agency is.</summary>
    public RequestingAgencyInfo? RequestingAgencyInfo { get; init; }

    /// <summary>Who the item is for.</summary>
    public PatronInfo? PatronInfo { get; init; }

    /// <summary>Who pays, and how.</summary>
    public BillingInfo? BillingInfo { get; init; }
}
