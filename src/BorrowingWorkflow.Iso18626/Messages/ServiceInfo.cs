namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>How a request is to be served (<c>serviceInfo</c>).</summary>
public sealed record ServiceInfo
{
    /// <summary>Whether the request is a new one.</summary>
    /// <value>Empty.</value>
    public RequestType RequestType { get; init; }

    /// <summary>What is special about it. 1.2 has room for three.</summary>
    /// <value>None.</value>
    public ValueList<RequestSubType> RequestSubType { get; init; } = [];

    /// <summary>The id of the request that this one repeats.</summary>
    public string? RequestingAgencyPreviousRequestId { get; init; }

    /// <summary>Copy, loan or either.</summary>
    /// <value>Empty; the writer demands one.</value>
    public ServiceType ServiceType { get; init; }

    /// <summary>How urgent it is.</summary>
    public Code? ServiceLevel { get; init; }

    /// <summary>The format that is wanted (<c>preferredFormat</c> in 1.2).</summary>
    public Code? ItemFormat { get; init; }

    /// <summary>When the item is needed at the latest.</summary>
    public MessageTime? NeedBeforeDate { get; init; }

    /// <summary>Which copyright rule the request complies with.</summary>
    public Code? CopyrightCompliance { get; init; }

    /// <summary>Whether any edition will do; deprecated in 2021-2.</summary>
    /// <value>Empty.</value>
    public YesNo AnyEdition { get; init; }

    /// <summary>Which edition is wanted. 2021-2 only.</summary>
    /// <value>Empty.</value>
    public PreferredEdition PreferredEdition { get; init; }

    /// <summary>The conditions that the requester accepts. 2021-2 only.</summary>
    /// <value>None.</value>
    public ValueList<Code> LoanCondition { get; init; } = [];

    /// <summary>When a booking begins.</summary>
    public MessageTime? StartDate { get; init; }

    /// <summary>When a booking ends.</summary>
    public MessageTime? EndDate { get; init; }

    /// <summary>A remark for the staff.</summary>
    public string? Note { get; init; }
}
