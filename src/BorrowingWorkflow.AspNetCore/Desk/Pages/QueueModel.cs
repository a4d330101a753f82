using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>A page of the queue.</summary>
/// <param name="Filter">How it is narrowed.</param>
/// <param name="Rows">The requests of the page.</param>
/// <param name="Count">How many the queue has, counted to the bound.</param>
/// <param name="IsComplete">False where there are more than were counted.</param>
/// <param name="Facets">How to narrow it further.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="IsFirst">True on the first page.</param>
internal sealed record QueueModel(
    QueueFilter Filter, IReadOnlyList<QueueRow> Rows, int Count, bool IsComplete, IReadOnlyList<Facet> Facets, string? Next, bool IsFirst);

/// <summary>A request of the queue.</summary>
internal sealed record QueueRow(RequestSummary Summary, BorrowingRequest? Request);
