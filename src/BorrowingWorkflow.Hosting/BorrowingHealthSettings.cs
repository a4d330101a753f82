namespace BorrowingWorkflow.Hosting;

/// <summary>From when on the health check says that something is wrong.</summary>
public sealed class BorrowingHealthSettings
{
    /// <summary>Degraded when the oldest undelivered effect was decided so long ago, 1 second to 365 days.</summary>
    /// <value>1 hour.</value>
    public TimeSpan EffectsDegradedAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Unhealthy when the oldest undelivered effect was decided so long ago, 1 second to 365 days, and not less than <see cref="EffectsDegradedAfter"/>.</summary>
    /// <value>1 day.</value>
    public TimeSpan EffectsUnhealthyAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Degraded when a deadline has been due for so long, 1 second to 365 days.</summary>
    /// <value>10 minutes.</value>
    public TimeSpan DeadlinesDegradedAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Unhealthy when a deadline has been due for so long, 1 second to 365 days, and not less than <see cref="DeadlinesDegradedAfter"/>.</summary>
    /// <value>1 hour.</value>
    public TimeSpan DeadlinesUnhealthyAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long the store may take to answer, 10 ms to 5 minutes; then it counts as unreachable.</summary>
    /// <value>5 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);
}
