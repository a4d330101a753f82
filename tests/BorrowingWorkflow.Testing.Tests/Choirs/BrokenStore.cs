using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Tests.Choirs;

/// <summary>A store with one defect.</summary>
internal sealed class BrokenStore(IWorkflowStore inner, StoreDefect defect) : DelegatingStore(inner), IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private IReadOnlyList<LeasedEffect> _leased = [];

    public override async ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default)
    {
        var loaded = await Inner.LoadAsync(request, key, cancellationToken);
        return defect == StoreDefect.MixesUpFirstVerdicts && loaded.FirstVerdict is { Verdict: Verdict.Applied } first
            ? loaded with { FirstVerdict = first with { Verdict = Verdict.OutOfSequence } }
            : loaded;
    }

    public override async ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default)
    {
        var broken = defect switch
        {
            StoreDefect.ForgetsKeys => save with { Key = save.Key with { MessageId = $"{save.Key.MessageId}#{save.Event.Revision}" } },
            StoreDefect.LosesAlerts => save with { Effects = [.. save.Effects.Where(effect => effect.Kind != EffectKind.AlertStaff)] },
            StoreDefect.LosesAssignees => save with { Request = With(save.Request, request => request.Assignee = null) },
            _ => save,
        };
        try
        {
            await Inner.SaveAsync(broken, cancellationToken);
        }
        catch (ConcurrencyConflictException) when (defect == StoreDefect.AcceptsStaleSaves)
        {
            await ForceAsync(save, cancellationToken);
        }
    }

    public override async ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default)
    {
        var history = await Inner.HistoryAsync(defect == StoreDefect.MixesUpHistories && request == "R-17" ? "R-7" : request, cancellationToken);
        return defect == StoreDefect.ForgetsClauses ? [.. history.Select(item => item with { Clause = null })] : history;
    }

    public override async ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        var leased = await Inner.LeaseAsync(now, limit, lease, cancellationToken);
        return defect != StoreDefect.LeasesTwice ? leased : leased.Count > 0 ? _leased = leased : Interlocked.Exchange(ref _leased, []);
    }

    public override async ValueTask<IReadOnlyList<RequestId>> LeaseDueAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        var due = await Inner.LeaseDueAsync(now, limit, lease, cancellationToken);
        return defect == StoreDefect.LosesDeadlines ? [] : due;
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Writes a decision on top of one that it does not know.</summary>
    private async Task ForceAsync(RequestSave save, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var revision = (await Inner.FindAsync(save.Request.Id, cancellationToken))!.Revision;
            await Inner.SaveAsync(
                save with
                {
                    Request = With(save.Request, request => request.Revision = revision + 1),
                    Expected = ExpectedVersion.Exactly(revision),
                    Event = save.Event with { Revision = revision + 1 },
                    Effects = [],
                },
                cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static BorrowingRequest With(BorrowingRequest request, Action<BorrowingRequest> change)
    {
        var changed = request.Copy();
        change(changed);
        return changed;
    }
}
