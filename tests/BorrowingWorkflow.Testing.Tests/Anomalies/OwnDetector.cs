using BorrowingWorkflow.Anomalies;

namespace BorrowingWorkflow.Testing.Tests.Anomalies;

/// <summary>A detector of a function.</summary>
internal sealed class OwnDetector(Func<AnomalySubject, string?> examine, Func<AnomalyRule>? rule = null) : IAnomalyDetector
{
    public static readonly AnomalyRule AnyRequest = new("own", AnomalySeverity.Info, "Own", "any request", "Look.");

    public AnomalyRule Rule => rule?.Invoke() ?? AnyRequest;

    public ValueTask<string?> ExamineAsync(AnomalySubject subject, CancellationToken cancellationToken = default) => new(examine(subject));
}
