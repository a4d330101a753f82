using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Requests;
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
public sealed partial class SqliteWorkflowStore : IWorkflowStore, IAsyncDisposable
{
    private const int BatchSize = 1000;

    private static readonly Statements Sql = new(SqliteDialect.Instance);
    private static readonly SavePlan Plan = new(Sql);

    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;
    private readonly SqliteFile _file;
    private readonly Lock _opening = new();
    private volatile bool _isOpen;

    /// <summary>A store in a file.</summary>
    /// <param name="path">The file's path, on a local disk. Its folder must exist; the file need not.</param>
    /// <exception cref="ArgumentException">It is no path of a file.</exception>
    public SqliteWorkflowStore(string path)
        : this(new SqliteConnectionStringBuilder { DataSource = NotEmpty(path) }, Migrations.All)
    {
    }

    internal SqliteWorkflowStore(SqliteConnectionStringBuilder settings, IReadOnlyList<Migration> migrations)
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
    public ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(
            new SqlCall(Sql.Load, Expect.Anything, [request.Value, key.Sender, key.MessageId]), RowReader.Loaded, cancellationToken, besideWrites: true);

    /// <inheritdoc/>
    public ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default)
    {
        SaveRules.Check(save);
        return save.ErasesPatronData ? EraseAsync(save, cancellationToken) : Finish(WriteAsync(save, Plan.Of(save), cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default) => ReadAsync(
        new SqlCall(Sql.Find, Expect.Anything, [request.Value]),
        static rows => rows.Read() ? BorrowingRequestJson.DeserializeRequest(RowReader.Body(rows, 0)) : null,
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) => RowsAsync(
        new SqlCall(Sql.History, Expect.Anything, [request.Value]),
        static row => BorrowingRequestJson.DeserializeEvent(RowReader.Body(row, 0)),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var call = ListQuery.Of(query, limit, after);
        return ReadAsync(
            session =>
            {
                using var rows = session.ReadBuilt(call);
                return RowReader.Page(rows, query.Order, limit);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(ScanScope scope, CancellationToken cancellationToken = default)
    {
        var reader = new SqliteSummaryReader();
        return scope == ScanScope.Watched
            ? BatchesAsync(Sql.ScanWatched, row => new ScannedRequest(reader.Read(row), null), cancellationToken)
            : BatchesAsync(Sql.ScanEverything, row => Scanned(row, reader), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        LeaseAsync<LeasedEffect>(Sql.LeaseEffects, RowReader.Leased, now, limit, lease, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SettleAsync(EffectSettlement settlement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        return WriteAsync(Plan.Settlement(settlement), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<PendingEffect>> PendingAsync(CancellationToken cancellationToken = default) =>
        BatchesAsync(Sql.Pending, RowReader.Pending, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken = default) => ReadAsync<IReadOnlyDictionary<string, long>>(
        new SqlCall(Sql.Count, Expect.Anything, []),
        static rows =>
        {
            Dictionary<string, long> counts = new(StringComparer.Ordinal);
            while (rows.Read())
            {
                counts.Add(rows.GetString(0), rows.GetInt64(1));
            }

            return counts;
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RequestId>> LeaseDueAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        LeaseAsync<RequestId>(Sql.LeaseDeadlines, RowReader.Due, now, limit, lease, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Backlog> BacklogAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        ReadAsync(new SqlCall(Sql.Backlog, Expect.Anything, [Ticks.Of(now)]), RowReader.Backlog, cancellationToken);

    /// <inheritdoc/>
    public ValueTask RecordAsync(CheckRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return WriteAsync(new SqlCall(Sql.InsertRun, Expect.Anything, [run.Check, run.Library, Ticks.Of(run.At), run.By]), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CheckRun>> LatestRunsAsync(CancellationToken cancellationToken = default) =>
        RowsAsync(new SqlCall(Sql.LatestRuns, Expect.Anything, []), RowReader.Run, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DismissAsync(AnomalyDismissal dismissal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dismissal);
        var call = new SqlCall(
            Sql.Dismiss,
            Expect.Anything,
            [dismissal.Detector, dismissal.Subject, Ticks.Of(dismissal.Until), dismissal.By, dismissal.Reason, Ticks.Of(dismissal.At)]);
        return WriteAsync(call, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AnomalyDismissal>> DismissalsAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        RowsAsync(new SqlCall(Sql.Dismissals, Expect.Anything, [Ticks.Of(now)]), RowReader.Dismissal, cancellationToken);

    /// <summary>Waits for writes that have been accepted, then closes the file. Calls after it end in <see cref="ObjectDisposedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        _readers.Close();
        await _writer.CloseAsync().ConfigureAwait(false);
    }

    private static string NotEmpty(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text;
    }

    private static ScannedRequest Scanned(SqliteDataReader row, SqliteSummaryReader reader)
    {
        var summary = reader.Read(row);
        return summary.IsWatched || (summary.Traits & RequestTraits.Remarkable) != 0
            ? new(summary, BorrowingRequestJson.DeserializeRequest(RowReader.Body(row, SummaryReader.NextColumn)))
            : new(summary, null);
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
}
