using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>There is no request with the id. Nothing was stored.</summary>
/// <param name="request">The id.</param>
public sealed class RequestNotFoundException(RequestId request)
    : WorkflowException($"There is no request {request}. Submit it, save it as a draft or import it first.")
{
    /// <summary>The id.</summary>
    public RequestId Request { get; } = request;
}
