namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Who pays, and how (<c>billingInfo</c>).</summary>
public sealed record BillingInfo
{
    /// <summary>How to pay.</summary>
    public Code? PaymentMethod { get; init; }

    /// <summary>The most that the requester pays.</summary>
    public Costs? MaximumCosts { get; init; }

    /// <summary>How to bill.</summary>
    public Code? BillingMethod { get; init; }

    /// <summary>Whom to bill.</summary>
    public string? BillingName { get; init; }

    /// <summary>Where to send the bill.</summary>
    public Address? Address { get; init; }
}
