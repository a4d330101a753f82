namespace BorrowingWorkflow.Storage;

/// <summary>A page of a list.</summary>
/// <param name="Requests">The requests, in the list's order.</param>
/// <param name="Next">What to ask for the next page with; null on the last.</param>
public sealed record RequestPage(IReadOnlyList<RequestSummary> Requests, string? Next);
