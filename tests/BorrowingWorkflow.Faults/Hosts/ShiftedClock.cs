namespace BorrowingWorkflow.Faults.Hosts;

/// <summary>The machine's clock, shifted; it jumps when the shift is changed. Waits take their real time.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _offset;

    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref _offset));
        set => Interlocked.Exchange(ref _offset, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
