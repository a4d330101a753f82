using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>Someone else saved the request in between. Nothing of the save was stored; load, decide and save again.</summary>
/// <param name="request">The request.</param>
/// <param name="expected">The revision that the save was based on.</param>
/// <param name="actual">The revision in the store, 0 where it has no such request; null where the store did not say.</param>
public sealed class ConcurrencyConflictException(RequestId request, ExpectedVersion expected, int? actual)
    : WorkflowException($"Request {request} was to be saved on {expected}, but the store has {(actual is { } n ? $"revision {n}" : "another")}.")
{
    /// <summary>The request.</summary>
    public RequestId Request { get; } = request;

    /// <summary>What the save was based on.</summary>
    public ExpectedVersion Expected { get; } = expected;

    /// <summary>The revision in the store, 0 where it has no such request; null where the store did not say.</summary>
    public int? Actual { get; } = actual;
}
