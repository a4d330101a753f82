using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.AspNetCore.Tests;

/// <summary>A store that fails, or waits, where a test says so.</summary>
internal sealed class GatedStore(IWorkflowStore inner) : DelegatingStore(inner)
{
    public Exception? Failure { get; set; }

    public TaskCompletionSource? Gate { get; set; }

    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Saved { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override async ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default)
    {
        Reached.TrySetResult();
        if (Gate is { } gate)
        {
            await gate.Task.WaitAsync(cancellationToken);
        }

        if (Failure is { } failure)
        {
            throw failure;
        }

        await base.SaveAsync(save, cancellationToken);
        Saved.TrySetResult();
    }
}
