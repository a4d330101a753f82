namespace BorrowingWorkflow.Tests.Servers;

/// <summary>A cut that waits for its last byte.</summary>
internal sealed class ProxyCut(long bytes)
{
    public long Remaining { get; set; } = bytes;

    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
