namespace BorrowingWorkflow.Testing.Tests.Controls;

/// <summary>A place for one visitor at a time, who stays a while for a second to come, and then it throws.</summary>
internal sealed class Meeting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private int _visitors;

    public void Visit()
    {
        if (Interlocked.Increment(ref _visitors) > 1)
        {
            throw new InvalidOperationException("Two at once.");
        }

        SpinWait.SpinUntil(() => Volatile.Read(ref _visitors) > 1, Patience);
        Interlocked.Decrement(ref _visitors);
    }
}
