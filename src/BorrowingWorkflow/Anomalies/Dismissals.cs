using System.Collections.Frozen;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Anomalies;

/// <summary>What staff do not want to see for a while.</summary>
internal sealed class Dismissals(IEnumerable<AnomalyDismissal> dismissals, DateTimeOffset now)
{
    private readonly FrozenSet<(string Detector, string Subject)> _hidden =
        dismissals.Where(dismissal => dismissal.Until > now).Select(dismissal => (dismissal.Detector, dismissal.Subject)).ToFrozenSet();

    public bool Hide(AnomalyFinding finding) => _hidden.Contains((finding.Rule.Id, finding.Subject));
}
