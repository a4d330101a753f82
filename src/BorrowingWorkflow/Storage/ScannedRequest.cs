using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>A request that a scan comes across.</summary>
/// <param name="Summary">The request as a list shows it.</param>
/// <param name="Request">The snapshot, where the scope asks for it; null otherwise.</param>
public readonly record struct ScannedRequest(RequestSummary Summary, BorrowingRequest? Request);
