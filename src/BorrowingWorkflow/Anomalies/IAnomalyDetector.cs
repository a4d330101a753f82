namespace BorrowingWorkflow.Anomalies;

/// <summary>A detector of the host's own, run in the same scan as the others.</summary>
/// <remarks>
/// Implementations are safe for any number of threads; several scans may run at once. Examining changes nothing and may be repeated.
/// What is returned needs not be durable: the next scan asks again. An exception ends the scan and reaches whoever started it.
/// </remarks>
public interface IAnomalyDetector
{
    /// <summary>What it looks for. <see cref="AnomalyRule.Statuses"/> decides which requests it is shown; keep the set small.</summary>
    AnomalyRule Rule { get; }

    /// <summary>Looks at one request.</summary>
    /// <param name="subject">The request and what the scan knows about it. Not to be kept after the call.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>The evidence in words, without patron data; null where there is nothing to report.</returns>
    ValueTask<string?> ExamineAsync(AnomalySubject subject, CancellationToken cancellationToken = default);
}
