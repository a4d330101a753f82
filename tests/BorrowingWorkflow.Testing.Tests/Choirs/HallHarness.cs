using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Tests.Choirs;

/// <summary>Storages in memory that say what they can do, whether they can or not.</summary>
/// <param name="defect">What is wrong with the store.</param>
/// <param name="capabilities">What the harness says.</param>
/// <param name="isOne">True where all views are of one storage.</param>
internal sealed class HallHarness(
    StoreDefect defect = StoreDefect.None, StoreCapabilities capabilities = StoreCapabilities.None, bool isOne = false) : StoreHarness
{
    private readonly InMemoryWorkflowStore _one = new();

    public override StoreCapabilities Capabilities => capabilities;

    public override ValueTask<IWorkflowStore> OpenAsync(CancellationToken cancellationToken = default)
    {
        var store = isOne ? _one : new InMemoryWorkflowStore();
        return new(defect == StoreDefect.None ? store : new BrokenStore(store, defect));
    }
}
