namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>An amount of money (<c>maximumCosts</c>, <c>offeredCosts</c> and the like).</summary>
public sealed record Costs
{
    /// <summary>Without anything.</summary>
    public Costs()
    {
    }

    /// <summary>An amount in a currency, such as <c>(12.50m, "USD")</c>.</summary>
    public Costs(decimal amount, string currency)
    {
        MonetaryValue = amount;
        CurrencyCode = new(currency);
    }

    /// <summary>The currency by ISO 4217, such as USD.</summary>
    /// <value>No code.</value>
    public Code CurrencyCode { get; init; } = Code.None;

    /// <summary>The amount, in whole units of the currency; its decimal places are kept. Null where a peer sent none that can be read.</summary>
    public decimal? MonetaryValue { get; init; }
}
