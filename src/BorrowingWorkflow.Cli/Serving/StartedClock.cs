namespace BorrowingWorkflow.Cli.Serving;

/// <summary>A clock that was set to another moment and runs on from there, as fast as the clock that it goes by.</summary>
/// <param name="inner">The clock that it goes by.</param>
/// <param name="start">What it shows first.</param>
internal sealed class StartedClock(TimeProvider inner, DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _ahead = start - inner.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + _ahead;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
