using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>Keeps everything in the process's memory, for tests and trials: what it holds is gone with the process.</summary>
/// <remarks>
/// Safe for any number of threads. It keeps the promises of the durable stores but durability, so that a test on it tells what a host
/// will meet: revisions, leases, withdrawn sends and erasure behave alike.
/// </remarks>
public sealed partial class InMemoryWorkflowStore : IWorkflowStore
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
                .Select(stored => stored.Queued)
                .Where(queued => queued.SettledAt is null && queued.Effect.IsSend)
                .Select(queued => new OpenSend(queued.Effect.Id, queued.Effect.Entry ?? -1, queued.IsUnderWay));
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

    private bool Conflicts(RequestSave save, StoredRequest? stored) =>
        (stored?.Snapshot.Revision ?? 0) != save.Expected.Revision
        || (stored?.Inbox.ContainsKey((save.Key.Sender, save.Key.MessageId)) ?? false)
        || save.Effects.Any(effect => _effects.ContainsKey(effect.Id))
        || save.Withdrawn.Any(id => _effects.GetValueOrDefault(id) is { Queued.IsUnderWay: true });

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
            if (_effects.TryGetValue(id, out var withdrawn) && withdrawn.Queued.SettledAt is null)
            {
                _effects.Remove(id);
                withdrawn.Owner.Effects.Remove(withdrawn);
            }
        }

        foreach (var effect in save.Effects)
        {
            var queued = new StoredEffect(stored, new(effect, ++_sequence, effect.NotBefore)
            {
                SettledAt = SaveRules.IsDoneAtOnce(save, effect) ? effect.At : null,
            });
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
        if (_effects.TryGetValue(settlement.Effect, out var effect))
        {
            effect.Queued = effect.Queued.Settle(settlement);
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
                effect.Queued = effect.Queued with { Effect = SaveRules.WithoutPatronData(effect.Queued.Effect) };
            }
        }
    }

    private sealed class StoredEffect(StoredRequest owner, QueuedEffect queued)
    {
        public StoredRequest Owner { get; } = owner;

        public QueuedEffect Queued { get; set; } = queued;
    }
}
