namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>What the insights are about.</summary>
/// <param name="Period">How far back.</param>
/// <param name="Library">The borrowing library's code; null for all.</param>
internal readonly record struct InsightsChoice(InsightsPeriod Period, string? Library);
