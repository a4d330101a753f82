using BorrowingWorkflow.Anomalies;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>The anomalies, by detector.</summary>
/// <param name="Report">The last scan; null while the first one runs.</param>
/// <param name="Groups">A group a detector that found something, the worst first.</param>
/// <param name="Detector">The one detector that is looked at; null for all.</param>
internal sealed record AnomaliesModel(AnomalyReport? Report, IReadOnlyList<FindingGroup> Groups, AnomalyRule? Detector);

/// <summary>What one detector found.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="Count">How many findings it has.</param>
/// <param name="Findings">Those that are shown.</param>
internal sealed record FindingGroup(AnomalyRule Rule, int Count, IReadOnlyList<AnomalyFinding> Findings);
