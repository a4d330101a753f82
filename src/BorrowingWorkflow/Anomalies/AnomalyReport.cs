namespace BorrowingWorkflow.Anomalies;

/// <summary>What a scan found.</summary>
/// <param name="Now">The scan's moment, in UTC.</param>
/// <param name="Findings">The findings: errors first, then by rule in the order of <see cref="AnomalyRules.All"/>, then by request.</param>
/// <param name="Skipped">The detectors that did not run, or not in full.</param>
public sealed record AnomalyReport(DateTimeOffset Now, IReadOnlyList<AnomalyFinding> Findings, IReadOnlyList<AnomalySkip> Skipped)
{
    /// <summary>How many findings have that severity.</summary>
    public int Count(AnomalySeverity severity) => Findings.Count(finding => finding.Rule.Severity == severity);

    internal static IReadOnlyList<AnomalyFinding> InOrder(IEnumerable<AnomalyFinding> findings, IEnumerable<AnomalyRule> rules)
    {
        var places = rules.Select((rule, place) => (rule.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        return
        [
            .. findings.OrderByDescending(finding => finding.Rule.Severity)
                .ThenBy(finding => places[finding.Rule.Id])
                .ThenBy(finding => finding.Subject, StringComparer.Ordinal),
        ];
    }
}
