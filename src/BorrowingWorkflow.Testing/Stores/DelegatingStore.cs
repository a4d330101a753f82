using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Passes every call on to another store. A test overrides the one that is to behave otherwise: to fail, to wait, to count.</summary>
/// <param name="inner">The store that the calls go to.</param>
public abstract class DelegatingStore(IWorkflowStore inner) : IWorkflowStore
{
    /// <summary>The store that the calls go to.</summary>
    protected IWorkflowStore Inner { get; } = inner;

    /// <inheritdoc/>
    public virtual ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default) =>
        Inner.LoadAsync(request, key, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default) => Inner.SaveAsync(save, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default) =>
        Inner.FindAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) =>
        Inner.HistoryAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default) =>
        Inner.ListAsync(query, limit, after, cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(ScanScope scope, CancellationToken cancellationToken = default) =>
        Inner.ScanAsync(scope, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        Inner.LeaseAsync(now, limit, lease, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask SettleAsync(EffectSettlement settlement, CancellationToken cancellationToken = default) =>
        Inner.SettleAsync(settlement, cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<IReadOnlyList<PendingEffect>> PendingAsync(CancellationToken cancellationToken = default) =>
        Inner.PendingAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken = default) => Inner.CountAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<RequestId>> LeaseDueAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        Inner.LeaseDueAsync(now, limit, lease, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask RecordAsync(CheckRun run, CancellationToken cancellationToken = default) => Inner.RecordAsync(run, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<CheckRun>> LatestRunsAsync(CancellationToken cancellationToken = default) => Inner.LatestRunsAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask DismissAsync(AnomalyDismissal dismissal, CancellationToken cancellationToken = default) =>
        Inner.DismissAsync(dismissal, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<AnomalyDismissal>> DismissalsAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Inner.DismissalsAsync(now, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Backlog> BacklogAsync(DateTimeOffset now, CancellationToken cancellationToken = default) => Inner.BacklogAsync(now, cancellationToken);
}
