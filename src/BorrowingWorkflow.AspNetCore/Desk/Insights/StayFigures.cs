using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>How long requests stayed in a status. Counted are the stays that ended in the period, whenever they began.</summary>
/// <param name="Status">The status.</param>
/// <param name="Count">How many stays ended.</param>
/// <param name="Median">Half of them took no longer.</param>
/// <param name="Ninetieth">Nine of ten took no longer.</param>
internal sealed record StayFigures(BorrowingStatus Status, int Count, TimeSpan Median, TimeSpan Ninetieth);
