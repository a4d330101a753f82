using System.Data.Common;
using System.Runtime.CompilerServices;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;
using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Sqlite;

/// <summary>Keeps everything in one SQLite file on a local disk. The embedded default.</summary>
/// <remarks>
/// Safe for any number of threads, and for several processes on the same machine that open the same file. The file is created, and an
/// older schema upgraded in place, when it is first used. A write is on the disk when its task is done (write-ahead log, synchronous
/// FULL); writes that wait at the same time share one transaction. Readers never wait for writers. Reads and writes run on the caller's
/// thread where that is quickest, as SQLite has no asynchronous files.
/// A file that can't be used ends in <see cref="StoreUnavailableException"/>.
/// </remarks>
public sealed class SqliteWorkflowStore : RelationalWorkflowStore
{
    private static readonly Statements SqliteStatements = new(SqliteDialect.Instance);

    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;
    private readonly SqliteFile _file;

    /// <summary>A store in a file.</summary>
    /// <param name="path">The file's path, on a local disk. Its folder must exist; the file need not.</param>
    /// <exception cref="ArgumentException">It is no path of a file.</exception>
    public SqliteWorkflowStore(string path)
        : this(new SqliteConnectionStringBuilder { DataSource = NotEmpty(path) }, Migrations.All)
    {
    }

    internal SqliteWorkflowStore(SqliteConnectionStringBuilder settings, IReadOnlyList<Migration> migrations)
        : base(SqliteStatements)
    {
        _file = new(settings, migrations);
        _writer = new(_file);
        _readers = new(_file);
    }

    /// <summary>A store in the file that a connection string names, with its settings.</summary>
    /// <param name="connectionString">As Microsoft.Data.Sqlite reads it. Default Timeout is how long a write waits for another process.</param>
    /// <exception cref="ArgumentException">It is no connection string, or names no file.</exception>
    public static SqliteWorkflowStore FromConnectionString(string connectionString) => new(new(NotEmpty(connectionString)), Migrations.All);

    /// <inheritdoc/>
    /// <remarks>Waits for writes that wait or have begun.</remarks>
    public override async ValueTask DisposeAsync()
    {
        _readers.Close();
        await _writer.CloseAsync().ConfigureAwait(false);
    }

    private protected override Func<DbDataReader, RequestSummary> SummaryReading()
    {
        var reader = new SqliteSummaryReader();
        return row => reader.Read((SqliteDataReader)row);
    }

    private protected override ValueTask<T> ReadAsync<T>(SqlCall call, IRows<T> rows, ReadKind kind, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        SqliteSession? session = null;
        try
        {
            if (kind == ReadKind.BeforeWrite && _writer.TryRead(call, rows, out var result))
            {
                return new(result);
            }

            session = _readers.Rent();
            return new(session.Read(call, rows, isBuilt: kind == ReadKind.Built));
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

    private protected override ValueTask<T> LeaseAsync<T>(SqlCall call, IRows<T> rows, CancellationToken cancellationToken) =>
        _writer.RunAsync(session => session.Read(call, rows), cancellationToken);

    private protected override ValueTask WriteAsync(RequestSave save, List<SqlCall> calls, CancellationToken cancellationToken) => Finish(_writer.RunAsync(
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
        cancellationToken));

    private protected override ValueTask WriteAsync(SqlCall call, bool mayRepeat, CancellationToken cancellationToken) =>
        Finish(_writer.RunAsync(session => session.Execute(call) >= 0, cancellationToken));

    private protected override async IAsyncEnumerable<IReadOnlyList<T>> StreamAsync<T>(
        Statement statement, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var session = _readers.Rent();
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

    private static string NotEmpty(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text;
    }

    private static ValueTask Finish(ValueTask<bool> write)
    {
        if (write.IsCompletedSuccessfully)
        {
            write.GetAwaiter().GetResult();
            return ValueTask.CompletedTask;
        }

        return new(write.AsTask());
    }

    private static bool IsAsExpected(SqliteSession session, in SqlCall call)
    {
        if (call.Expect == Expect.NothingFound)
        {
            using var rows = session.Open(call);
            return !rows.Read();
        }

        var changed = session.Execute(call);
        return call.Expect == Expect.Anything || changed == 1;
    }

    /// <summary>The revision that others see: this save's own is still to be rolled back where its first statement has run.</summary>
    private int StoredRevision(SqliteSession session, RequestSave save, bool isFirst)
    {
        if (!isFirst)
        {
            return save.Expected.Revision;
        }

        return session.Read(new(Sql.Revision, Expect.Anything, [save.Request.Id.Value]), new FirstRow<int>(static row => (int)row.GetInt64(0)));
    }

    private SqliteDataReader Open(SqliteSession session, Statement statement)
    {
        try
        {
            return session.Open(new(statement, Expect.Anything, []));
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
