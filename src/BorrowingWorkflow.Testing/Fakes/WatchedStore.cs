using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>Notes at which moments something can become due, so that a clock can stop there.</summary>
internal sealed class WatchedStore(IWorkflowStore inner) : DelegatingStore(inner)
{
    private readonly Lock _lock = new();
    private readonly SortedSet<DateTimeOffset> _moments = [];

    /// <summary>The earliest moment after <paramref name="now"/>; those before it are forgotten.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now)
    {
        lock (_lock)
        {
            _moments.RemoveWhere(moment => moment <= now);
            return _moments.Count > 0 ? _moments.Min : null;
        }
    }

    public override async ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default)
    {
        await Inner.SaveAsync(save, cancellationToken).ConfigureAwait(false);
        Note([save.Request.NextDeadline, .. save.Effects.Select(effect => (DateTimeOffset?)effect.NotBefore), .. save.Settled.Select(settled => settled.RetryAt)]);
    }

    public override async ValueTask SettleAsync(EffectSettlement settlement, CancellationToken cancellationToken = default)
    {
        await Inner.SettleAsync(settlement, cancellationToken).ConfigureAwait(false);
        Note(settlement.RetryAt);
    }

    public override async ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        var leased = await Inner.LeaseAsync(now, limit, lease, cancellationToken).ConfigureAwait(false);
        Note(leased.Count > 0 ? now + lease : null);
        return leased;
    }

    public override async ValueTask<IReadOnlyList<Requests.RequestId>> LeaseDueAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        var due = await Inner.LeaseDueAsync(now, limit, lease, cancellationToken).ConfigureAwait(false);
        Note(due.Count > 0 ? now + lease : null);
        return due;
    }

    private void Note(params ReadOnlySpan<DateTimeOffset?> moments)
    {
        lock (_lock)
        {
            foreach (var moment in moments)
            {
                if (moment is { } known)
                {
                    _moments.Add(known);
                }
            }
        }
    }
}
