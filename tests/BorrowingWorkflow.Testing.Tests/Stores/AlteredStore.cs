using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Tests.Stores;

/// <summary>A store of which some members do something else. What is given is called with the store behind it.</summary>
internal sealed class AlteredStore(IWorkflowStore inner) : DelegatingStore(inner)
{
    public Func<IWorkflowStore, RequestSave, CancellationToken, ValueTask>? Save { get; init; }

    public Func<IWorkflowStore, MessageKey, ValueTask<LoadedRequest>>? Load { get; init; }

    public Func<IWorkflowStore, RequestId, ValueTask<BorrowingRequest?>>? Find { get; init; }

    public Func<IWorkflowStore, RequestId, ValueTask<IReadOnlyList<HistoryEvent>>>? History { get; init; }

    public Func<IWorkflowStore, RequestQuery, int, string?, ValueTask<RequestPage>>? List { get; init; }

    public Func<IWorkflowStore, ScanScope, IAsyncEnumerable<IReadOnlyList<ScannedRequest>>>? Scan { get; init; }

    public Func<IWorkflowStore, DateTimeOffset, int, TimeSpan, ValueTask<IReadOnlyList<LeasedEffect>>>? Lease { get; init; }

    public Func<IWorkflowStore, EffectSettlement, ValueTask>? Settle { get; init; }

    public Func<IWorkflowStore, IAsyncEnumerable<IReadOnlyList<PendingEffect>>>? Pending { get; init; }

    public Func<IWorkflowStore, ValueTask<IReadOnlyDictionary<string, long>>>? Count { get; init; }

    public Func<IWorkflowStore, DateTimeOffset, int, TimeSpan, ValueTask<IReadOnlyList<RequestId>>>? LeaseDue { get; init; }

    public Func<IWorkflowStore, CheckRun, ValueTask>? Record { get; init; }

    public Func<IWorkflowStore, ValueTask<IReadOnlyList<CheckRun>>>? LatestRuns { get; init; }

    public Func<IWorkflowStore, DateTimeOffset, ValueTask<IReadOnlyList<AnomalyDismissal>>>? Dismissals { get; init; }

    public Func<IWorkflowStore, DateTimeOffset, ValueTask<Backlog>>? Backlog { get; init; }

    public override ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default) =>
        Save?.Invoke(Inner, save, cancellationToken) ?? base.SaveAsync(save, cancellationToken);

    public override ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default) =>
        Load?.Invoke(Inner, key) ?? base.LoadAsync(request, key, cancellationToken);

    public override ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default) =>
        Find?.Invoke(Inner, request) ?? base.FindAsync(request, cancellationToken);

    public override ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) =>
        History?.Invoke(Inner, request) ?? base.HistoryAsync(request, cancellationToken);

    public override ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default) =>
        List?.Invoke(Inner, query, limit, after) ?? base.ListAsync(query, limit, after, cancellationToken);

    public override IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(ScanScope scope, CancellationToken cancellationToken = default) =>
        Scan?.Invoke(Inner, scope) ?? base.ScanAsync(scope, cancellationToken);

    public override ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        Lease?.Invoke(Inner, now, limit, lease) ?? base.LeaseAsync(now, limit, lease, cancellationToken);

    public override ValueTask SettleAsync(EffectSettlement settlement, CancellationToken cancellationToken = default) =>
        Settle?.Invoke(Inner, settlement) ?? base.SettleAsync(settlement, cancellationToken);

    public override IAsyncEnumerable<IReadOnlyList<PendingEffect>> PendingAsync(CancellationToken cancellationToken = default) =>
        Pending?.Invoke(Inner) ?? base.PendingAsync(cancellationToken);

    public override ValueTask<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken = default) =>
        Count?.Invoke(Inner) ?? base.CountAsync(cancellationToken);

    public override ValueTask<IReadOnlyList<RequestId>> LeaseDueAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        LeaseDue?.Invoke(Inner, now, limit, lease) ?? base.LeaseDueAsync(now, limit, lease, cancellationToken);

    public override ValueTask RecordAsync(CheckRun run, CancellationToken cancellationToken = default) =>
        Record?.Invoke(Inner, run) ?? base.RecordAsync(run, cancellationToken);

    public override ValueTask<IReadOnlyList<CheckRun>> LatestRunsAsync(CancellationToken cancellationToken = default) =>
        LatestRuns?.Invoke(Inner) ?? base.LatestRunsAsync(cancellationToken);

    public override ValueTask<IReadOnlyList<AnomalyDismissal>> DismissalsAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Dismissals?.Invoke(Inner, now) ?? base.DismissalsAsync(now, cancellationToken);

    public override ValueTask<Backlog> BacklogAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Backlog?.Invoke(Inner, now) ?? base.BacklogAsync(now, cancellationToken);
}
