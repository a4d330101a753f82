namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>How many requests were lost for a reason.</summary>
/// <param name="Loss">The reason.</param>
/// <param name="Count">How many.</param>
internal readonly record struct LossCount(Loss Loss, int Count);
