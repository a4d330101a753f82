namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>What was sent, and how (<c>deliveryInfo</c>).</summary>
public sealed record DeliveryInfo
{
    /// <summary>When it was sent. The writer demands it.</summary>
    public MessageTime? DateSent { get; init; }

    /// <summary>The items' ids, such as bar codes. 1.2 has room for one.</summary>
    /// <value>None.</value>
    public ValueList<string> ItemId { get; init; } = [];

    /// <summary>Where a file can be had (<c>URL</c>). 2021-2 only.</summary>
    public string? Url { get; init; }

    /// <summary>How it was sent (<c>sentVia</c> in 1.2).</summary>
    public Code? DeliveryMethod { get; init; }

    /// <summary>Where to. 2021-2 only.</summary>
    public Address? Address { get; init; }

    /// <summary>Whether it went to the patron.</summary>
    public bool? SentToPatron { get; init; }

    /// <summary>The conditions of the loan. 1.2 has room for one.</summary>
    /// <value>None.</value>
    public ValueList<Code> LoanCondition { get; init; } = [];

    /// <summary>The format (<c>deliveredFormat</c> in 1.2).</summary>
    public Code? ItemFormat { get; init; }

    /// <summary>Copy or loan. 2021-2 only.</summary>
    /// <value>Empty.</value>
    public ServiceType ServiceType { get; init; }

    /// <summary>What it costs. 1.2 has room for one.</summary>
    /// <value>None.</value>
    public ValueList<Costs> DeliveryCosts { get; init; } = [];

    /// <summary>How to pay. 2021-2 only.</summary>
    public Code? PaymentMethod { get; init; }
}
