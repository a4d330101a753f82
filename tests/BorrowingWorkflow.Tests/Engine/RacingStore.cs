using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>A store in which somebody else is always faster, or in which a save goes as the test says.</summary>
internal sealed class RacingStore(IWorkflowStore inner, Func<RequestSave, ValueTask>? onSave = null) : DelegatingStore(inner)
{
    public override ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default) =>
        onSave?.Invoke(save) ?? throw new ConcurrencyConflictException(save.Request.Id, save.Expected, null);
}
