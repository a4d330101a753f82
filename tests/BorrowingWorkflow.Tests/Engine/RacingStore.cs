using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>A store in which somebody else is always faster, or in which a save goes as the test says.</summary>
internal sealed class RacingStore(IWorkflowStore inner, Func<RequestSave, ValueTask>? save = null) : IWorkflowStore
{
    public ValueTask SaveAsync(RequestSave saved, CancellationToken cancellationToken = default) =>
        save?.Invoke(saved) ?? throw new ConcurrencyConflictException(saved.Request.Id, saved.Expected, null);

    public ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default) =>
        inner.LoadAsync(request, key, cancellationToken);

    public ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default) =>
        inner.FindAsync(request, cancellationToken);

    public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) =>
        inner.HistoryAsync(request, cancellationToken);

    public ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default) =>
        inner.ListAsync(query, limit, after, cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(ScanScope scope, CancellationToken cancellationToken = default) =>
        inner.ScanAsync(scope, cancellationToken);

    public ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        inner.LeaseAsync(now, limit, lease, cancellationToken);

    public ValueTask SettleAsync(EffectSettlement settlement, CancellationToken cancellationToken = default) =>
        inner.SettleAsync(settlement, cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<PendingEffect>> PendingAsync(CancellationToken cancellationToken = default) =>
        inner.PendingAsync(cancellationToken);

    public ValueTask<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken = default) => inner.CountAsync(cancellationToken);

    public ValueTask<IReadOnlyList<RequestId>> LeaseDueAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        inner.LeaseDueAsync(now, limit, lease, cancellationToken);

    public ValueTask RecordAsync(CheckRun run, CancellationToken cancellationToken = default) => inner.RecordAsync(run, cancellationToken);

    public ValueTask<IReadOnlyList<CheckRun>> LatestRunsAsync(CancellationToken cancellationToken = default) => inner.LatestRunsAsync(cancellationToken);

    public ValueTask DismissAsync(AnomalyDismissal dismissal, CancellationToken cancellationToken = default) =>
        inner.DismissAsync(dismissal, cancellationToken);

    public ValueTask<IReadOnlyList<AnomalyDismissal>> DismissalsAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        inner.DismissalsAsync(now, cancellationToken);

    public ValueTask<Backlog> BacklogAsync(DateTimeOffset now, CancellationToken cancellationToken = default) => inner.BacklogAsync(now, cancellationToken);
}
