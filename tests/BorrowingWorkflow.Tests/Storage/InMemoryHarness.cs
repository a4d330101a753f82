using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Tests.Storage;

internal sealed class InMemoryHarness : StoreHarness
{
    public override StoreCapabilities Capabilities => StoreCapabilities.None;

    public override ValueTask<IWorkflowStore> OpenAsync(CancellationToken cancellationToken = default) => new(new InMemoryWorkflowStore());
}
