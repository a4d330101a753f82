using System.Data.Common;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>What the stores on databases share: which statements answer a call. A host uses one of those of the database packages.</summary>
/// <remarks>Safe for any number of threads. The database's package says what else a host has to know.</remarks>
public abstract class RelationalWorkflowStore : IWorkflowStore, IAsyncDisposable
{
    private protected const int BatchSize = 1000;

    private readonly SavePlan _plan;

    private protected RelationalWorkflowStore(Statements statements)
    {
        Sql = statements;
        _plan = new(statements);
    }

    private protected Statements Sql { get; }

    /// <inheritdoc/>
    public virtual ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(LoadCall(request, key), new LoadRows(), ReadKind.BeforeWrite, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default)
    {
        SaveRules.Check(save);
        return save.ErasesPatronData ? EraseAsync(save, cancellationToken) : WriteAsync(save, _plan.Of(save), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default) => ReadAsync(
        Call(Sql.Find, request.Value),
        new FirstRow<BorrowingRequest>(static row => BorrowingRequestJson.DeserializeRequest(RowReader.Body(row, 0))),
        ReadKind.Own,
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) =>
        ListAsync(Call(Sql.History, request.Value), static row => BorrowingRequestJson.DeserializeEvent(RowReader.Body(row, 0)), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ReadAsync(ListQuery.Of(query, limit, after, Sql.Dialect), new PageRows(query.Order, limit, SummaryReading()), ReadKind.Built, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(ScanScope scope, CancellationToken cancellationToken = default)
    {
        var read = SummaryReading();
        return scope == ScanScope.Watched
            ? StreamAsync(Sql.ScanWatched, row => new ScannedRequest(read(row), null), cancellationToken)
            : StreamAsync(Sql.ScanEverything, row => RowReader.Scanned(read(row), row), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        LeaseAsync(LeaseCall(Sql.LeaseEffects, now, limit, lease), new LeasedRows(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SettleAsync(EffectSettlement settlement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settlement);

        // An effect that is settled stays so. A retry that does not say which attempt it was could end a lease that was given in between.
        return WriteAsync(
            _plan.Settlement(settlement), mayRepeat: settlement.Outcome != EffectOutcome.Retry || settlement.Attempt is not null, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<PendingEffect>> PendingAsync(CancellationToken cancellationToken = default) =>
        StreamAsync(Sql.Pending, RowReader.Pending, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken = default)
    {
        var counts = await ListAsync(Call(Sql.Count), RowReader.Count, cancellationToken).ConfigureAwait(false);
        return counts.ToDictionary(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RequestId>> LeaseDueAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        LeaseAsync(LeaseCall(Sql.LeaseDeadlines, now, limit, lease), new DueRows(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Backlog> BacklogAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        ReadAsync(Call(Sql.Backlog, Ticks.Of(now)), new BacklogRows(), ReadKind.Own, cancellationToken);

    /// <inheritdoc/>
    public ValueTask RecordAsync(CheckRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var call = Call(Sql.InsertRun, SqlText.Of(run.Check), SqlText.Of(run.Library), Ticks.Of(run.At), SqlText.Of(run.By));
        return WriteAsync(call, mayRepeat: false, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CheckRun>> LatestRunsAsync(CancellationToken cancellationToken = default) =>
        ListAsync(Call(Sql.LatestRuns), RowReader.Run, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DismissAsync(AnomalyDismissal dismissal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dismissal);
        var call = Call(
            Sql.Dismiss,
            SqlText.Of(dismissal.Detector),
            SqlText.Of(dismissal.Subject),
            Ticks.Of(dismissal.Until),
            SqlText.Of(dismissal.By),
            SqlText.Of(dismissal.Reason),
            Ticks.Of(dismissal.At));
        return WriteAsync(call, mayRepeat: true, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AnomalyDismissal>> DismissalsAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        ListAsync(Call(Sql.Dismissals, Ticks.Of(now)), RowReader.Dismissal, cancellationToken);

    /// <summary>Closes what the store has opened. Calls after it end in <see cref="ObjectDisposedException"/>.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>What reads the summaries of one query's rows, which begin with <see cref="Statements.SummaryColumns"/>.</summary>
    private protected virtual Func<DbDataReader, RequestSummary> SummaryReading() => new SummaryReader().Read;

    /// <summary>Runs a query and makes its answer.</summary>
    private protected abstract ValueTask<T> ReadAsync<T>(SqlCall call, IRows<T> rows, ReadKind kind, CancellationToken cancellationToken);

    /// <summary>Runs a statement that leases rows and says which.</summary>
    private protected abstract ValueTask<T> LeaseAsync<T>(SqlCall call, IRows<T> rows, CancellationToken cancellationToken);

    /// <summary>Streams what each row of a query holds.</summary>
    private protected abstract IAsyncEnumerable<IReadOnlyList<T>> StreamAsync<T>(
        Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken);

    /// <summary>Runs the statements of a save in one transaction; a conflict where one does not come to what it must.</summary>
    private protected abstract ValueTask WriteAsync(RequestSave save, List<SqlCall> calls, CancellationToken cancellationToken);

    /// <summary>Runs a statement of its own.</summary>
    /// <param name="call">The statement.</param>
    /// <param name="mayRepeat">True where it may be run again when nobody knows whether it was.</param>
    /// <param name="cancellationToken">Ends the wait before it begins.</param>
    private protected abstract ValueTask WriteAsync(SqlCall call, bool mayRepeat, CancellationToken cancellationToken);

    private async ValueTask EraseAsync(RequestSave save, CancellationToken cancellationToken)
    {
        var id = save.Request.Id;
        var events = await HistoryAsync(id, cancellationToken).ConfigureAwait(false);
        var effects = await ListAsync(
            Call(Sql.Effects, id.Value), static row => BorrowingRequestJson.DeserializeEffect(RowReader.Body(row, 0)), cancellationToken).ConfigureAwait(false);
        await WriteAsync(save, _plan.Of(save, new(events, effects)), cancellationToken).ConfigureAwait(false);
    }

    private protected SqlCall LoadCall(RequestId request, MessageKey key) => Call(Sql.Load, request.Value, SqlText.Of(key.Sender), SqlText.Of(key.MessageId));

    private ValueTask<IReadOnlyList<T>> ListAsync<T>(SqlCall call, Func<DbDataReader, T> read, CancellationToken cancellationToken) =>
        ReadAsync(call, new ListRows<T>(read), ReadKind.Own, cancellationToken);

    private static SqlCall Call(Statement statement, params object?[] values) => new(statement, Expect.Anything, values);

    private static SqlCall LeaseCall(Statement statement, DateTimeOffset now, int limit, TimeSpan lease)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return Call(statement, Ticks.Of(now), Ticks.Of(now + lease), (long)limit);
    }
}
