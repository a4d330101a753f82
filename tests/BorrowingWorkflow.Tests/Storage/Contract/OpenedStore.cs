using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Storage;

/// <summary>A store for one test, and how to clean up after it.</summary>
internal sealed class OpenedStore(IWorkflowStore store, Func<ValueTask> close) : IAsyncDisposable
{
    public IWorkflowStore Store { get; } = store;

    public ValueTask DisposeAsync() => close();
}
