namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>What a partner did with what it was asked in the period. Times are calendar time.</summary>
/// <param name="Partner">The partner's code.</param>
/// <param name="Asked">How often it was asked in the period.</param>
/// <param name="Waiting">Of these, how many are not settled yet.</param>
/// <param name="Supplied">Of these, how many it supplied, whenever that was.</param>
internal sealed record PartnerFigures(string Partner, int Asked, int Waiting, int Supplied)
{
    /// <summary>The part of the settled ones that it supplied, from 0 to 1; null where none is settled.</summary>
    public double? FillRate => Asked > Waiting ? (double)Supplied / (Asked - Waiting) : null;

    /// <summary>The median time from the confirmed send to the ship message; null where no supplied one has both.</summary>
    public TimeSpan? ToShipped { get; init; }

    /// <summary>The median time from the confirmed send to the receipt; null where no supplied one has both.</summary>
    public TimeSpan? ToReceived { get; init; }
}
