namespace BorrowingWorkflow.PostgreSql;

/// <summary>A call that may share its round trip with others, and who waits for it.</summary>
/// <typeparam name="T">What it comes to.</typeparam>
internal abstract class PendingCall<T>
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int GivenUp = 2;

    private readonly TaskCompletionSource<T> _waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    /// <summary>What comes of it.</summary>
    public Task<T> Outcome => _waiter.Task;

    /// <summary>Begins it, if it has not begun; false where its caller has given it up, and it is passed over.</summary>
    public bool Begin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) != GivenUp;

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
        if (Interlocked.CompareExchange(ref _state, GivenUp, Waiting) == Waiting)
        {
            _waiter.TrySetCanceled(cancellationToken);
        }
    }
}
