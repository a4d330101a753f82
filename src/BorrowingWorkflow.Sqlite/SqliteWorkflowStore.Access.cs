using System.Runtime.CompilerServices;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;
using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Sqlite;

public sealed partial class SqliteWorkflowStore
{
    private async ValueTask EraseAsync(RequestSave save, CancellationToken cancellationToken)
    {
        var id = save.Request.Id;
        var events = await HistoryAsync(id, cancellationToken).ConfigureAwait(false);
        var effects = await RowsAsync(
            new SqlCall(Sql.Effects, Expect.Anything, [id.Value]),
            static row => BorrowingRequestJson.DeserializeEffect(RowReader.Body(row, 1)),
            cancellationToken).ConfigureAwait(false);
        await WriteAsync(save, Plan.Of(save, new(events, effects)), cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<bool> WriteAsync(RequestSave save, List<SqlCall> calls, CancellationToken cancellationToken) => _writer.RunAsync(
        session =>
        {
            foreach (var call in calls)
            {
                if (!IsAsExpected(session, call))
                {
                    throw new ConcurrencyConflictException(save.Request.Id, save.Expected, StoredRevision(session, save, calls[0].Equals(call)));
                }
            }

            return true;
        },
        cancellationToken);

    private static bool IsAsExpected(SqliteSession session, in SqlCall call)
    {
        if (call.Expect == Expect.NothingFound)
        {
            using var rows = session.Read(call);
            return !rows.Read();
        }

        var changed = session.Execute(call);
        return call.Expect == Expect.Anything || changed == 1;
    }

    /// <summary>The revision that others see: this save's own is still to be rolled back where its first statement has run.</summary>
    private static int StoredRevision(SqliteSession session, RequestSave save, bool isFirst)
    {
        if (!isFirst)
        {
            return save.Expected.Revision;
        }

        using var rows = session.Read(new(Sql.Revision, Expect.Anything, [save.Request.Id.Value]));
        return rows.Read() ? (int)rows.GetInt64(0) : 0;
    }

    private ValueTask WriteAsync(SqlCall call, CancellationToken cancellationToken) =>
        Finish(_writer.RunAsync(session => session.Execute(call) >= 0, cancellationToken));

    private ValueTask<IReadOnlyList<T>> LeaseAsync<T>(
        Statement statement, Func<SqliteDataReader, List<T>> read, DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var call = new SqlCall(statement, Expect.Anything, [Ticks.Of(now), Ticks.Of(now + lease), (long)limit]);
        return _writer.RunAsync<IReadOnlyList<T>>(
            session =>
            {
                using var rows = session.Read(call);
                return read(rows);
            },
            cancellationToken);
    }

    private ValueTask<IReadOnlyList<T>> RowsAsync<T>(SqlCall call, Func<SqliteDataReader, T> read, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<T>>(
        call,
        rows =>
        {
            List<T> found = [];
            while (rows.Read())
            {
                found.Add(read(rows));
            }

            return found;
        },
        cancellationToken);

    private ValueTask<T> ReadAsync<T>(
        SqlCall call, Func<SqliteDataReader, T> read, CancellationToken cancellationToken, bool besideWrites = false) => ReadAsync(
        session =>
        {
            using var rows = session.Read(call);
            return read(rows);
        },
        cancellationToken,
        besideWrites);

    /// <param name="read">What to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="besideWrites">True for a short read that a write follows: it may use the connection that writes.</param>
    private ValueTask<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken, bool besideWrites = false)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        SqliteSession? session = null;
        try
        {
            if (besideWrites && _writer.TryRead(read, out var result))
            {
                return new(result);
            }

            session = Rent();
            return new(read(session));
        }
        catch (Exception error)
        {
            return ValueTask.FromException<T>(error is SqliteException e ? _file.Explain(e) : error);
        }
        finally
        {
            if (session is not null)
            {
                _readers.Return(session);
            }
        }
    }

    private SqliteSession Rent()
    {
        if (!_isOpen)
        {
            lock (_opening)
            {
                if (!_isOpen)
                {
                    // Creates or upgrades the schema, and takes no write lock where it is up to date.
                    _file.OpenWriter().Dispose();
                    _isOpen = true;
                }
            }
        }

        return _readers.Rent();
    }

    private async IAsyncEnumerable<IReadOnlyList<T>> BatchesAsync<T>(
        Statement statement, Func<SqliteDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var session = Rent();
        try
        {
            using var rows = Open(session, statement);
            List<T> batch = new(BatchSize);
            while (Fill(batch, rows, read))
            {
                yield return batch;
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _readers.Return(session);
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private SqliteDataReader Open(SqliteSession session, Statement statement)
    {
        try
        {
            return session.Read(new(statement, Expect.Anything, []));
        }
        catch (SqliteException error)
        {
            throw _file.Explain(error);
        }
    }

    private bool Fill<T>(List<T> batch, SqliteDataReader rows, Func<SqliteDataReader, T> read)
    {
        batch.Clear();
        try
        {
            while (batch.Count < BatchSize && rows.Read())
            {
                batch.Add(read(rows));
            }
        }
        catch (SqliteException error)
        {
            throw _file.Explain(error);
        }

        return batch.Count > 0;
    }
}
