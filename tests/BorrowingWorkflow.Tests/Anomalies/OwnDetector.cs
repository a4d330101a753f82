using BorrowingWorkflow.Anomalies;

namespace BorrowingWorkflow.Tests.Anomalies;

/// <summary>A detector as a host writes one.</summary>
internal sealed class OwnDetector(AnomalyRule rule, Func<AnomalySubject, string?> examine) : IAnomalyDetector
{
    public AnomalyRule Rule => rule;

    public ValueTask<string?> ExamineAsync(AnomalySubject subject, CancellationToken cancellationToken = default) => new(examine(subject));
}
