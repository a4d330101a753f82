using BorrowingWorkflow.Relational;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>A call that may share its round trip with others, and who waits for it.</summary>
/// <typeparam name="T">What it comes to.</typeparam>
internal abstract class PendingCall<T> : PendingCall
{
    private readonly TaskCompletionSource<T> _waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
    /// <summary>What comes of it.</summary>
    public Task<T> Outcome => _waiter.Task;

    /// <summary>Lets its caller go on.</summary>
    public void Complete(T result) => _waiter.TrySetResult(result);

    /// <summary>Tells its caller what went wrong; one who has gone misses nothing.</summary>
    public void Fail(Exception error)
    {
        if (_waiter.TrySetException(error))
        {
            _ = _waiter.Task.Exception;
        }
    }

    /// <summary>Ends the wait of a caller who gives it up before it has begun.</summary>
    public void GiveUp(CancellationToken cancellationToken)
    {
        if (TryGiveUp())
        {
            _waiter.TrySetCanceled(cancellationToken);
        }
    }
}
