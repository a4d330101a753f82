using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Choirs;

/// <summary>Lets others go first between reading and deciding, so that callers meet on the fastest store too.</summary>
internal sealed class PausingStore(IWorkflowStore inner) : DelegatingStore(inner)
{
    public override async ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default)
    {
        var loaded = await Inner.LoadAsync(request, key, cancellationToken).ConfigureAwait(false);
        await Task.Yield();
        return loaded;
    }
}
