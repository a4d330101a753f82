using BorrowingWorkflow.AspNetCore.Desk.Insights;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>What the insights page shows.</summary>
/// <param name="Choice">The period and the library.</param>
/// <param name="Figures">The figures; null while they are computed.</param>
internal sealed record InsightsModel(InsightsChoice Choice, InsightsFigures? Figures);
