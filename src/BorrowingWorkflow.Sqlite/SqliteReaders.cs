using System.Collections.Concurrent;

namespace BorrowingWorkflow.Sqlite;

/// <summary>Connections that read, kept for the next reader.</summary>
internal sealed class SqliteReaders(SqliteFile file)
{
    // More may be open at a time; this many stay.
    private const int MostIdle = 16;

    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly Lock _opening = new();
    private volatile bool _isOpen;
    private volatile bool _isClosed;

    /// <summary>A connection for one reader, to be given back.</summary>
    public SqliteSession Rent()
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(SqliteWorkflowStore));
        if (!_isOpen)
        {
            lock (_opening)
            {
                if (!_isOpen)
                {
                    // Creates or upgrades the schema, and takes no write lock where it is up to date.
                    file.OpenWriter().Dispose();
                    _isOpen = true;
                }
            }
        }

        return _idle.TryTake(out var session) ? session : file.OpenReader();
    }

    /// <summary>Takes a connection back on which nothing is open.</summary>
    public void Return(SqliteSession session)
    {
        if (_isClosed || _idle.Count >= MostIdle)
        {
            session.Dispose();
            return;
        }

        _idle.Add(session);
        if (_isClosed)
        {
            Close();
        }
    }

    /// <summary>Closes those that are idle, and each other one when it comes back.</summary>
    public void Close()
    {
        _isClosed = true;
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
