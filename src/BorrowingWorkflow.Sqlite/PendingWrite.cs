using BorrowingWorkflow.Relational;

namespace BorrowingWorkflow.Sqlite;

/// <summary>Something to be written, and who waits for it.</summary>
internal abstract class PendingWrite : PendingCall
{
    /// <summary>What went wrong with it; null where nothing did.</summary>
    public Exception? Error { get; set; }

    /// <summary>Writes it. The transaction is open, and is not this one's to end.</summary>
    public abstract void Run(SqliteSession session);

    /// <summary>Lets its caller go on, once the transaction has been committed or rolled back.</summary>
    public abstract void Complete();
}

/// <summary>Something to be written that yields a result.</summary>
internal sealed class PendingWrite<T>(Func<SqliteSession, T> work) : PendingWrite
{
    private TaskCompletionSource<T>? _waiter;
    private T _result = default!;

    /// <summary>The result, where the caller did the writing itself.</summary>
    public ValueTask<T> Result => Error is null ? new(_result) : ValueTask.FromException<T>(Error);

    /// <summary>Makes it a write that somebody else carries out. Called before anybody else sees it.</summary>
    public void Queue() => _waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for whoever carries it out; the token ends the wait until it has begun.</summary>
    public async Task<T> WaitAsync(CancellationToken cancellationToken)
    {
        var registration = cancellationToken.UnsafeRegister(static (state, token) => ((PendingWrite<T>)state!).GiveUp(token), this);
        await using (registration.ConfigureAwait(false))
        {
            return await _waiter!.Task.ConfigureAwait(false);
        }
    }

    public override void Run(SqliteSession session) => _result = work(session);

    public override void Complete()
    {
        if (_waiter is null)
        {
            return;
        }

        if (Error is null)
        {
            _waiter.TrySetResult(_result);
        }
        else
        {
            _waiter.TrySetException(Error);
        }
    }

    private void GiveUp(CancellationToken cancellationToken)
    {
        if (TryGiveUp())
        {
            _waiter!.TrySetCanceled(cancellationToken);
        }
    }
}
