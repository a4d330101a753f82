using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>Holds the request that is replayed. No dispatcher leases its sends; which were under way, the recording says.</summary>
internal sealed class ReplayStore() : DelegatingStore(new InMemoryWorkflowStore())
{
    public IReadOnlyList<string> UnderWay { get; set; } = [];

    /// <summary>Whether a decision is kept. One that is not ends in <see cref="NotKeptException"/>, and nothing has happened.</summary>
    public Func<RequestSave, bool> Keeps { get; set; } = static _ => true;

    /// <summary>The last decision, kept or not.</summary>
    public RequestSave? Decided { get; set; }

    /// <summary>The sends that were open when the last decision was made.</summary>
    public IReadOnlyList<OpenSend> OpenSends { get; private set; } = [];

    public override async ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default)
    {
        var loaded = await base.LoadAsync(request, key, cancellationToken).ConfigureAwait(false);
        OpenSends = [.. loaded.OpenSends.Select(send => send with { IsUnderWay = UnderWay.Contains(send.Effect, StringComparer.Ordinal) })];
        return loaded with { OpenSends = OpenSends };
    }

    public override ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default)
    {
        Decided = save;
        return Keeps(save) ? base.SaveAsync(save, cancellationToken) : throw new NotKeptException();
    }
}
