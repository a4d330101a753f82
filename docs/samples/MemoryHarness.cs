using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Samples;

#region docs:harness
internal sealed class MemoryHarness : StoreHarness
{
    public override StoreCapabilities Capabilities => StoreCapabilities.None;

    public override ValueTask<IWorkflowStore> OpenAsync(CancellationToken cancellationToken = default) => new(new InMemoryWorkflowStore());
}
#endregion
