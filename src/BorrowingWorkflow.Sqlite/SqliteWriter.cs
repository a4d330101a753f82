using BorrowingWorkflow.Relational;
using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Sqlite;

/// <summary>
/// The one connection that writes. Writes that wait at the same time share a transaction, and each returns after the commit. Where one of
/// them fails, the batch is run again with a savepoint for each, so that it takes nobody along.
/// </summary>
/// <remarks>
/// Who finds nobody writing writes at once on its own thread, and pays no switch. Who finds somebody writing is queued; the queue goes to
/// a pool thread, which writes batch after batch until it is empty.
/// </remarks>
internal sealed class SqliteWriter(SqliteFile file)
{
    private const int MostInBatch = 256;

    private static readonly SqlCall Begin = new(new("BEGIN IMMEDIATE"), Expect.Anything, []);
    private static readonly SqlCall Commit = new(new("COMMIT"), Expect.Anything, []);
    private static readonly SqlCall Rollback = new(new("ROLLBACK"), Expect.Anything, []);
    private static readonly SqlCall Savepoint = new(new("SAVEPOINT one"), Expect.Anything, []);
    private static readonly SqlCall Release = new(new("RELEASE one"), Expect.Anything, []);
    private static readonly SqlCall RollbackOne = new(new("ROLLBACK TO one"), Expect.Anything, []);

    private readonly Lock _gate = new();
    private readonly Queue<PendingWrite> _waiting = [];
    private readonly List<PendingWrite> _batch = [];
    private SqliteSession? _session;
    private bool _busy;
    private TaskCompletionSource? _closed;

    /// <summary>Writes something in a transaction; it is durable when the task is done.</summary>
    public ValueTask<T> RunAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        var write = new PendingWrite<T>(work);
        bool isLeader;
        lock (_gate)
        {
            if (_closed is not null)
            {
                return ValueTask.FromException<T>(new ObjectDisposedException(nameof(SqliteWorkflowStore)));
            }

            isLeader = !_busy;
            _busy = true;
            if (!isLeader)
            {
                write.Queue();
                _waiting.Enqueue(write);
            }
        }

        if (!isLeader)
        {
            return new(write.WaitAsync(cancellationToken));
        }

        _batch.Add(write);
        WriteBatch();
        HandOver();
        return write.Result;
    }

    /// <summary>
    /// Reads on the connection that writes, where nobody is writing: its pages are at hand, while every other connection has to read them
    /// again after each commit. False where somebody writes.
    /// </summary>
    public bool TryRead<T>(in SqlCall call, IRows<T> rows, out T result)
    {
        lock (_gate)
        {
            if (_busy || _closed is not null || _session is null)
            {
                result = default!;
                return false;
            }

            _busy = true;
        }

        try
        {
            result = _session.Read(call, rows);
            return true;
        }
        finally
        {
            HandOver();
        }
    }

    /// <summary>Waits for what has been queued, then closes the connection.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            if (_closed is not null)
            {
                return _closed.Task;
            }

            _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_busy)
            {
                return _closed.Task;
            }
        }

        Close();
        return Task.CompletedTask;
    }

    private void HandOver()
    {
        if (!Rest())
        {
            ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.Drain(), this, preferLocal: false);
        }
    }

    private void Drain()
    {
        do
        {
            lock (_gate)
            {
                while (_batch.Count < MostInBatch && _waiting.TryDequeue(out var write))
                {
                    _batch.Add(write);
                }
            }

            WriteBatch();
        }
        while (!Rest());
    }

    /// <summary>True where nothing waits: the next write finds nobody writing.</summary>
    private bool Rest()
    {
        lock (_gate)
        {
            if (_waiting.Count > 0)
            {
                return false;
            }

            _busy = false;
            if (_closed is null)
            {
                return true;
            }
        }

        Close();
        return true;
    }

    private void Close()
    {
        _session?.Dispose();
        _session = null;
        _closed!.TrySetResult();
    }

    private void WriteBatch()
    {
        _batch.RemoveAll(static write => !write.Begin());
        if (_batch.Count > 0)
        {
            try
            {
                var session = _session ??= file.OpenWriter();
                session.Execute(Begin);
                if (!TryRunTogether(session))
                {
                    RunOneByOne(session);
                }

                session.Execute(Commit);
            }
            catch (Exception error)
            {
                FailAll(error is SqliteException e ? file.Explain(e) : error);
            }

            foreach (var write in _batch)
            {
                write.Complete();
            }
        }

        _batch.Clear();
    }

    /// <summary>
    /// Runs the batch without savepoints, which would copy every page that each write touches. False where one of several writes failed:
    /// everything is rolled back and begun again.
    /// </summary>
    private bool TryRunTogether(SqliteSession session)
    {
        try
        {
            foreach (var write in _batch)
            {
                write.Run(session);
            }

            return true;
        }
        catch (Exception) when (_batch.Count > 1 && !IsOutsideTransaction(session))
        {
            session.Execute(Rollback);
            session.Execute(Begin);
            return false;
        }
    }

    /// <summary>Runs each write in a savepoint of its own, so that one that fails takes nobody along.</summary>
    private void RunOneByOne(SqliteSession session)
    {
        foreach (var write in _batch)
        {
            session.Execute(Savepoint);
            try
            {
                write.Run(session);
            }
            catch (Exception error) when (!IsOutsideTransaction(session))
            {
                session.Execute(RollbackOne);
                write.Error = error is SqliteException e ? file.Explain(e) : error;
            }

            session.Execute(Release);
        }
    }

    private void FailAll(Exception error)
    {
        foreach (var write in _batch)
        {
            write.Error ??= error;
        }

        if (_session is not { } session)
        {
            return;
        }

        try
        {
            if (!IsOutsideTransaction(session))
            {
                session.Execute(Rollback);
            }
        }
        catch (SqliteException)
        {
            // The connection is of no use any more; the next write opens another.
            session.Dispose();
            _session = null;
        }
    }

    private static bool IsOutsideTransaction(SqliteSession session) =>
        SQLitePCL.raw.sqlite3_get_autocommit(session.Connection.Handle) != 0;
}
