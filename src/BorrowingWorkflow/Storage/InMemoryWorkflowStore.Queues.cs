using System.Runtime.CompilerServices;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

public sealed partial class InMemoryWorkflowStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var due = _effects.Values
                .Where(effect => effect.Queued.IsDue(now))
                .OrderBy(effect => effect.Queued.NotBefore).ThenBy(effect => effect.Queued.Place)
                .Take(limit)
                .ToList();
            foreach (var effect in due)
            {
                effect.Queued = effect.Queued.Lease(now + lease);
            }

            return new(due.ConvertAll(effect => new LeasedEffect(effect.Queued.Effect, effect.Queued.Attempts)));
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
            pending = [.. _effects.Values.Select(effect => effect.Queued).Where(queued => queued.SettledAt is null).Select(Pending)];
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
            return new(_effects.Values.GroupBy(effect => effect.Queued.Effect.Name, StringComparer.Ordinal)
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
                .ThenBy(stored => stored.Snapshot.Id)
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
    public ValueTask<Backlog> BacklogAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            List<QueuedEffect> undelivered = [.. _effects.Values.Select(effect => effect.Queued)
                .Where(queued => queued.SettledAt is null && (queued.Attempts > 0 || queued.NotBefore <= now))];
            List<DateTimeOffset> due = [.. _requests.Values.Select(stored => stored.Snapshot.NextDeadline).OfType<DateTimeOffset>().Where(at => at <= now)];
            return new(new Backlog
            {
                Effects = undelivered.Count,
                OldestEffect = undelivered.Min(queued => (DateTimeOffset?)queued.Effect.At),
                Deadlines = due.Count,
                OldestDeadline = due.Min(at => (DateTimeOffset?)at),
            });
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

    private static PendingEffect Pending(QueuedEffect queued) =>
        new(queued.Effect.Request, queued.Effect.Kind, queued.Effect.Detail, queued.Effect.At, queued.Attempts);
}
