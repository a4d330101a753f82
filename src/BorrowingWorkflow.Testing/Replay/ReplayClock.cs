namespace BorrowingWorkflow.Testing.Replay;

/// <summary>The time of the input that is being decided.</summary>
internal sealed class ReplayClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
