namespace BorrowingWorkflow.Cli.Replay;

/// <summary>A clock that stands at the time of the event that the flow of execution works on.</summary>
internal sealed class EventClock : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> _now = new();

    /// <summary>Sets the clock for what the caller does from here on, and for nobody else.</summary>
    public void Set(DateTimeOffset now) => _now.Value = now;

    public override DateTimeOffset GetUtcNow() => _now.Value ?? base.GetUtcNow();
}
