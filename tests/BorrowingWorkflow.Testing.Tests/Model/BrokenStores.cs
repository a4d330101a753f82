using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Tests.Model;

/// <summary>Stores that are broken in one way each.</summary>
internal static class BrokenStores
{
    public static IReadOnlyDictionary<string, Func<IWorkflowStore, IWorkflowStore>> All { get; } = new Dictionary<string, Func<IWorkflowStore, IWorkflowStore>>
    {
        ["loses every tenth settlement"] = store => new LosesSettlements(store, 10),
        ["keeps quiet about a conflict"] = store => new SwallowsConflicts(store),
        ["cuts times to seconds"] = store => new CutsTimes(store),
        ["forgets the verdict"] = store => new ForgetsVerdicts(store),
        ["ignores the assignee in a list"] = store => new IgnoresAssignee(store),
        ["leases an effect twice"] = store => new LeasesTwice(store),
        ["writes half a save"] = store => new HalfWrites(store),
        ["withdraws nothing"] = store => new WithdrawsNothing(store),
        ["erases nothing"] = store => new ErasesNothing(store),
        ["leaves the last page out"] = store => new LosesLastPage(store),
        ["fails where nothing is wrong"] = store => new FailsEveryThirdCount(store),
    };

    private sealed class LosesSettlements(IWorkflowStore inner, int every) : DelegatingStore(inner)
    {
        private int _count;

        public override ValueTask SettleAsync(EffectSettlement settlement, CancellationToken cancellationToken = default) =>
            ++_count % every == 0 ? ValueTask.CompletedTask : base.SettleAsync(settlement, cancellationToken);
    }

    private sealed class SwallowsConflicts(IWorkflowStore inner) : DelegatingStore(inner)
    {
        public override async ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default)
        {
            try
            {
                await base.SaveAsync(save, cancellationToken);
            }
            catch (ConcurrencyConflictException)
            {
                // Broken on purpose.
            }
        }
    }

    private sealed class CutsTimes(IWorkflowStore inner) : DelegatingStore(inner)
    {
        public override async ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default)
        {
            var found = (await base.FindAsync(request, cancellationToken))?.Copy();
            found?.EnteredAt = found.EnteredAt.AddTicks(-(found.EnteredAt.Ticks % TimeSpan.TicksPerSecond));
            return found;
        }
    }

    private sealed class ForgetsVerdicts(IWorkflowStore inner) : DelegatingStore(inner)
    {
        public override async ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default) =>
            await base.LoadAsync(request, key, cancellationToken) with { FirstVerdict = null };
    }

    private sealed class IgnoresAssignee(IWorkflowStore inner) : DelegatingStore(inner)
    {
        public override ValueTask<RequestPage> ListAsync(
            RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default) =>
            base.ListAsync(query with { Assignee = null }, limit, after, cancellationToken);
    }

    private sealed class LeasesTwice(IWorkflowStore inner) : DelegatingStore(inner)
    {
        public override ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(
            DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
            base.LeaseAsync(now, limit, TimeSpan.Zero, cancellationToken);
    }

    private sealed class HalfWrites(IWorkflowStore inner) : DelegatingStore(inner)
    {
        public override ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default) =>
            base.SaveAsync(save with { Effects = [.. save.Effects.Take(2)] }, cancellationToken);
    }

    private sealed class WithdrawsNothing(IWorkflowStore inner) : DelegatingStore(inner)
    {
        public override ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default) =>
            base.SaveAsync(save with { Withdrawn = [] }, cancellationToken);
    }

    private sealed class ErasesNothing(IWorkflowStore inner) : DelegatingStore(inner)
    {
        public override ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default) =>
            base.SaveAsync(save with { ErasesPatronData = false }, cancellationToken);
    }

    private sealed class LosesLastPage(IWorkflowStore inner) : DelegatingStore(inner)
    {
        public override async ValueTask<RequestPage> ListAsync(
            RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default)
        {
            var page = await base.ListAsync(query, limit, after, cancellationToken);
            return after is not null && page.Requests.Count < limit ? new([], null) : page;
        }
    }

    private sealed class FailsEveryThirdCount(IWorkflowStore inner) : DelegatingStore(inner)
    {
        private int _count;

        public override ValueTask<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken = default) =>
            ++_count % 3 == 0 ? throw new TimeoutException("the connection was cut") : base.CountAsync(cancellationToken);
    }
}
