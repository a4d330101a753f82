using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>A request of a run, as the accepted saves left it.</summary>
internal sealed class KnownRequest
{
    private readonly List<MessageKey> _keys = [];
    private readonly List<Effect> _effects = [];

    public BorrowingRequest Snapshot { get; private set; } = null!;

    public RequestId Id => Snapshot?.Id ?? default;

    /// <summary>The keys of its messages, oldest first.</summary>
    public IReadOnlyList<MessageKey> Keys => _keys;

    /// <summary>Every effect that was ever queued, oldest first.</summary>
    public IReadOnlyList<Effect> Effects => _effects;

    public void Saved(RequestSave save)
    {
        Snapshot = save.Request;
        _keys.Add(save.Key);
        _effects.AddRange(save.Effects);
    }
}
