using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Iso18626.Tests.Receiving;

/// <summary>A workflow in which something happens between looking at a request and telling what a partner says of it.</summary>
internal sealed class Interrupted(IBorrowingWorkflow inner, Func<Task> meanwhile) : IBorrowingWorkflow
{
    public async ValueTask<TransitionResult> ReceiveAsync(WorkflowInput message, CancellationToken cancellationToken = default)
    {
        await meanwhile();
        return await inner.ReceiveAsync(message, cancellationToken);
    }

    public async ValueTask<TransitionResult> ExecuteAsync(WorkflowInput command, CancellationToken cancellationToken = default)
    {
        await meanwhile();
        return await inner.ExecuteAsync(command, cancellationToken);
    }

    public ValueTask<TransitionResult> SubmitAsync(
        RequestId request, Submission submission, string messageId, Actor by = Actor.Patron, CancellationToken cancellationToken = default) =>
        inner.SubmitAsync(request, submission, messageId, by, cancellationToken);

    public ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default) =>
        inner.FindAsync(request, cancellationToken);

    public ValueTask<TriggerSet> PermittedAsync(RequestId request, Actor by, CancellationToken cancellationToken = default) =>
        inner.PermittedAsync(request, by, cancellationToken);

    public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) =>
        inner.HistoryAsync(request, cancellationToken);
}
