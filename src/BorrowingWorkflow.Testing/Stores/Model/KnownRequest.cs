using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>A request of a run, as the accepted saves left it.</summary>
internal sealed class KnownRequest
{
    private readonly List<MessageKey> _keys = [];
    private readonly List<Effect> _effects = [];
    private readonly List<string> _waiting = [];

    public BorrowingRequest Snapshot { get; private set; } = null!;

    public RequestId Id => Snapshot.Id;

    /// <summary>The keys of its messages, oldest first.</summary>
    public IReadOnlyList<MessageKey> Keys => _keys;

    /// <summary>Every effect that was ever queued, oldest first.</summary>
    public IReadOnlyList<Effect> Effects => _effects;

    /// <summary>The ids of those that are neither settled nor withdrawn, oldest first.</summary>
    public IReadOnlyList<string> Waiting => _waiting;

    public void Saved(RequestSave save)
    {
        Snapshot = save.Request;
        _keys.Add(save.Key);
        _effects.AddRange(save.Effects);
        _waiting.RemoveAll(save.Withdrawn.Contains);
        _waiting.AddRange(save.Effects.Where(effect => !SaveRules.IsDoneAtOnce(save, effect)).Select(effect => effect.Id));
        foreach (var settlement in save.Settled)
        {
            Settled(settlement);
        }
    }

    public void Settled(EffectSettlement settlement)
    {
        if (settlement.Outcome != EffectOutcome.Retry)
        {
            _waiting.Remove(settlement.Effect);
        }
    }
}
