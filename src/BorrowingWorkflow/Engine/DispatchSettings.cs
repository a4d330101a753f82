namespace BorrowingWorkflow.Engine;

/// <summary>How effects and deadlines are taken up.</summary>
public sealed class DispatchSettings
{
    /// <summary>How many effects or requests are taken at a time.</summary>
    /// <value>50; at least 1.</value>
    public int BatchSize { get; set; } = 50;

    /// <summary>For how long what was taken is hidden from other dispatchers and sweepers; longer than the slowest port takes for a batch.</summary>
    /// <value>5 minutes; more than none.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The wait after an effect other than a send failed for the first time; it doubles with each attempt.</summary>
    /// <value>1 minute; not negative.</value>
    public TimeSpan Backoff { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait between two attempts.</summary>
    /// <value>1 hour; not shorter than the first.</value>
    public TimeSpan LongestBackoff { get; set; } = TimeSpan.FromHours(1);

    /// <exception cref="ArgumentOutOfRangeException">A setting can't be kept; the message names it.</exception>
    internal DispatchSettings Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Lease, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Backoff, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestBackoff, Backoff);
        return this;
    }
}
