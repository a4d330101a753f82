using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Tests.Model;

/// <summary>A storage in memory, seen through something that may break it. Each view is a storage of its own unless they are shared.</summary>
internal sealed class MemoryHarness(Func<IWorkflowStore, IWorkflowStore>? seenThrough = null, bool isShared = false) : StoreHarness
{
    private readonly InMemoryWorkflowStore _shared = new();

    public override StoreCapabilities Capabilities => isShared ? StoreCapabilities.Durable | StoreCapabilities.Shared : StoreCapabilities.None;

    public override ValueTask<IWorkflowStore> OpenAsync(CancellationToken cancellationToken = default)
    {
        IWorkflowStore store = isShared ? _shared : new InMemoryWorkflowStore();
        return new(seenThrough?.Invoke(store) ?? store);
    }
}
