using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>A time that a request stood in a status.</summary>
/// <param name="Status">The status.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">Until when, this moment not included; null where it stands there still.</param>
internal readonly record struct Stay(BorrowingStatus Status, DateTimeOffset From, DateTimeOffset? Until);
