using System.Runtime.CompilerServices;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>Keeps everything in the process's memory, for tests and trials: what it holds is gone with the process.</summary>
/// <remarks>
/// Safe for any number of threads. It keeps the promises of the durable stores but durability, so that a test on it tells what a host
/// will meet: revisions, leases, withdrawn sends and erasure behave alike.
/// </remarks>
public sealed class InMemoryWorkflowStore : IWorkflowStore
{
    private const int BatchSize = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<RequestId, StoredRequest> _requests = [];
    private readonly Dictionary<string, StoredEffect> _effects = new(StringComparer.Ordinal);
    private readonly List<CheckRun> _runs = [];
    private readonly Dictionary<(string Detector, string Subject), AnomalyDismissal> _dismissals = [];
    private long _sequence;

    /// <inheritdoc/>
    public ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_requests.TryGetValue(request, out var stored))
            {
                return new(new LoadedRequest(null, null, []));
            }

            var first = stored.Inbox.TryGetValue((key.Sender, key.MessageId), out var revision) ? stored.History[revision - 1] : null;
            var sends = stored.Effects
                .Where(effect => effect.SettledAt is null && effect.Effect.IsSend)
                .Select(effect => new OpenSend(effect.Effect.Id, effect.Effect.Entry ?? -1, effect.LeasedUntil is not null));
            return new(new LoadedRequest(stored.Snapshot, first, [.. sends]));
        }
    }

    /// <inheritdoc/>
    public ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default)
    {
        SaveRules.Check(save);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var stored = _requests.GetValueOrDefault(save.Request.Id);
            if (Conflicts(save, stored))
            {
                return ValueTask.FromException(new ConcurrencyConflictException(save.Request.Id, save.Expected, stored?.Snapshot.Revision ?? 0));
            }

            if (stored is null)
            {
                _requests.Add(save.Request.Id, stored = new());
            }

            Apply(save, stored);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new(_requests.GetValueOrDefault(request)?.Snapshot);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new(_requests.TryGetValue(request, out var stored) ? [.. stored.History] : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        var comparer = new SummaryComparer(query.Order);
        (long Key, RequestId Id)? cursor = after is null ? null : ListOrder.ReadCursor(after);
        List<RequestSummary> found = [];
        lock (_gate)
        {
            foreach (var stored in _requests.Values)
            {
                if (query.Matches(stored.Summary)
                    && (query.Patron is null || query.Patron == stored.Snapshot.Patron?.Id)
                    && (cursor is not { } start || comparer.IsAfter(stored.Summary, start.Key, start.Id)))
                {
                    found.Add(stored.Summary);
                }
            }
        }

        found.Sort(comparer);
        if (found.Count <= limit)
        {
            return new(new RequestPage(found, null));
        }

        found.RemoveRange(limit, found.Count - limit);
        return new(new RequestPage(found, ListOrder.CursorAt(query.Order, found[^1])));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(
        ScanScope scope, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        StoredRequest[] all;
        lock (_gate)
        {
            all = [.. _requests.Values];
        }

        List<ScannedRequest> batch = new(BatchSize);
        foreach (var stored in all)
        {
            var (summary, snapshot) = stored.Current;
            if (scope == ScanScope.Watched && !summary.IsWatched)
            {
                continue;
            }

            var opened = scope == ScanScope.Everything && (summary.IsWatched || (summary.Traits & RequestTraits.Remarkable) != 0);
            batch.Add(new(summary, opened ? snapshot : null));
            if (batch.Count == BatchSize)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return batch;
                batch.Clear();
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (batch.Count > 0)
        {
            yield return batch;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var due = _effects.Values
                .Where(effect => effect.SettledAt is null && effect.NotBefore <= now && !(effect.LeasedUntil > now))
                .OrderBy(effect => effect.NotBefore).ThenBy(effect => effect.Sequence)
                .Take(limit)
                .ToList();
            foreach (var effect in due)
            {
                effect.LeasedUntil = now + lease;
                effect.Attempts++;
            }

            return new(due.ConvertAll(effect => new LeasedEffect(effect.Effect, effect.Attempts)));
        }
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(EffectSettlement settlement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            Settle(settlement);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<PendingEffect>> PendingAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<PendingEffect> pending;
        lock (_gate)
        {
            pending = [.. _effects.Values.Where(effect => effect.SettledAt is null).Select(effect => effect.ToPending())];
        }

        foreach (var batch in pending.Chunk(BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return batch;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new(_effects.Values.GroupBy(effect => effect.Effect.Name, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.LongCount(), StringComparer.Ordinal));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RequestId>> LeaseDueAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var due = _requests.Values
                .Where(stored => stored.Snapshot.NextDeadline <= now && !(stored.DeadlineLeaseUntil > now))
                .OrderBy(stored => stored.Snapshot.NextDeadline)
                .ThenBy(stored => stored.Snapshot.Id.Value, StringComparer.Ordinal)
                .Take(limit)
                .ToList();
            foreach (var stored in due)
            {
                stored.DeadlineLeaseUntil = now + lease;
            }

            return new(due.ConvertAll(stored => stored.Snapshot.Id));
        }
    }

    /// <inheritdoc/>
    public ValueTask RecordAsync(CheckRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _runs.Add(run);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CheckRun>> LatestRunsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new([.. _runs.GroupBy(run => (run.Check, run.Library)).Select(runs => runs.Reverse().MaxBy(run => run.At)!)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask DismissAsync(AnomalyDismissal dismissal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dismissal);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _dismissals[(dismissal.Detector, dismissal.Subject)] = dismissal;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AnomalyDismissal>> DismissalsAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new([.. _dismissals.Values.Where(dismissal => dismissal.Until > now)]);
        }
    }

    private bool Conflicts(RequestSave save, StoredRequest? stored) =>
        (stored?.Snapshot.Revision ?? 0) != save.Expected.Revision
        || (stored?.Inbox.ContainsKey((save.Key.Sender, save.Key.MessageId)) ?? false)
        || save.Effects.Any(effect => _effects.ContainsKey(effect.Id))
        || save.Withdrawn.Any(id => _effects.GetValueOrDefault(id) is { SettledAt: null, LeasedUntil: not null });

    private void Apply(RequestSave save, StoredRequest stored)
    {
        if (save.ErasesPatronData)
        {
            stored.ErasePatronData();
        }

        stored.Replace(save.Request);
        stored.History.Add(save.Event);
        stored.Inbox.Add((save.Key.Sender, save.Key.MessageId), save.Event.Revision);
        foreach (var id in save.Withdrawn)
        {
            if (_effects.TryGetValue(id, out var withdrawn) && withdrawn.SettledAt is null)
            {
                _effects.Remove(id);
                withdrawn.Owner.Effects.Remove(withdrawn);
            }
        }

        foreach (var effect in save.Effects)
        {
            var queued = new StoredEffect(stored, effect, ++_sequence)
            {
                SettledAt = SaveRules.IsDoneAtOnce(save, effect) ? effect.At : null,
            };
            _effects.Add(effect.Id, queued);
            stored.Effects.Add(queued);
        }

        foreach (var settlement in save.Settled)
        {
            Settle(settlement);
        }
    }

    private void Settle(EffectSettlement settlement)
    {
        if (!_effects.TryGetValue(settlement.Effect, out var effect) || effect.SettledAt is not null)
        {
            return;
        }

        effect.LeasedUntil = null;
        if (settlement.Outcome == EffectOutcome.Retry)
        {
            effect.NotBefore = settlement.RetryAt ?? settlement.At;
        }
        else
        {
            effect.SettledAt = settlement.At;
        }
    }

    private sealed class StoredRequest
    {
        public List<HistoryEvent> History { get; } = [];

        public Dictionary<(string Sender, string MessageId), int> Inbox { get; } = [];

        public List<StoredEffect> Effects { get; } = [];

        /// <summary>Summary and snapshot in one reference, so that a scan never sees one without the other.</summary>
        public Tuple<RequestSummary, BorrowingRequest> Current { get; private set; } = null!;

        public RequestSummary Summary => Current.Item1;

        public BorrowingRequest Snapshot => Current.Item2;

        public DateTimeOffset? DeadlineLeaseUntil { get; set; }

        public void Replace(BorrowingRequest snapshot)
        {
            Current = new(RequestSummary.Of(snapshot), snapshot);
            DeadlineLeaseUntil = null;
        }

        public void ErasePatronData()
        {
            for (var i = 0; i < History.Count; i++)
            {
                History[i] = SaveRules.WithoutPatronData(History[i]);
            }

            foreach (var effect in Effects)
            {
                effect.Effect = SaveRules.WithoutPatronData(effect.Effect);
            }
        }
    }

    private sealed class StoredEffect(StoredRequest owner, Effect effect, long sequence)
    {
        public StoredRequest Owner { get; } = owner;

        public long Sequence { get; } = sequence;

        public Effect Effect { get; set; } = effect;

        public DateTimeOffset NotBefore { get; set; } = effect.NotBefore;

        public DateTimeOffset? LeasedUntil { get; set; }

        public DateTimeOffset? SettledAt { get; set; }

        public int Attempts { get; set; }

        public PendingEffect ToPending() => new(Effect.Request, Effect.Kind, Effect.Detail, Effect.At, Attempts);
    }

    private sealed class SummaryComparer(RequestOrder order) : IComparer<RequestSummary>
    {
        public int Compare(RequestSummary x, RequestSummary y) => Compare(x, ListOrder.KeyOf(order, y), y.Id);

        public bool IsAfter(in RequestSummary summary, long key, RequestId id) => Compare(summary, key, id) > 0;

        private int Compare(in RequestSummary x, long key, RequestId id)
        {
            var byKey = ListOrder.KeyOf(order, x).CompareTo(key);
            return byKey == 0 ? string.CompareOrdinal(x.Id.Value, id.Value) : ListOrder.IsDescending(order) ? -byKey : byKey;
        }
    }
}
