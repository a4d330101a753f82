namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>On which terms a supplying agency would supply (<c>retryInfo</c>).</summary>
public sealed record RetryInfo
{
    /// <summary>Conditions. 2021-2 only.</summary>
    /// <value>None.</value>
    public ValueList<Code> LoanCondition { get; init; } = [];

    /// <summary>Editions. 2021-2 only.</summary>
    /// <value>None.</value>
    public ValueList<string> Edition { get; init; } = [];

    /// <summary>Formats. 2021-2 only.</summary>
    /// <value>None.</value>
    public ValueList<Code> ItemFormat { get; init; } = [];

    /// <summary>Volumes. 2021-2 only.</summary>
    /// <value>None.</value>
    public ValueList<string> Volume { get; init; } = [];

    /// <summary>Copy or loan. 2021-2 only.</summary>
    /// <value>Empty.</value>
    public ServiceType ServiceType { get; init; }

    /// <summary>Service levels. 2021-2 only.</summary>
    /// <value>None.</value>
    public ValueList<Code> ServiceLevel { get; init; } = [];

    /// <summary>Ways to deliver. 2021-2 only.</summary>
    /// <value>None.</value>
    public ValueList<Code> DeliveryMethod { get; init; } = [];

    /// <summary>Couriers. 2021-2 only.</summary>
    /// <value>None.</value>
    public ValueList<Code> CourierName { get; init; } = [];

    /// <summary>What it would cost. 1.2 has room for one.</summary>
    /// <value>None.</value>
    public ValueList<Costs> OfferedCosts { get; init; } = [];

    /// <summary>Ways to pay. 2021-2 only.</summary>
    /// <value>None.</value>
    public ValueList<Code> PaymentMethod { get; init; } = [];

    /// <summary>When to ask again at the latest.</summary>
    public MessageTime? RetryBefore { get; init; }

    /// <summary>When to ask again at the earliest.</summary>
    public MessageTime? RetryAfter { get; init; }
}
