using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Iso18626.Tests.Receiving;

/// <summary>A store whose disk is full while a test says so.</summary>
internal sealed class UnavailableStore(IWorkflowStore inner) : DelegatingStore(inner)
{
    public bool Fails { get; set; }

    public override ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default) =>
        Fails ? throw new StoreUnavailableException("The disk is full. Make room.") : base.SaveAsync(save, cancellationToken);
}
