namespace BorrowingWorkflow.Anomalies;

/// <summary>That a detector did not run, or not in full, since the scan lacked something.</summary>
/// <param name="Detector">The detector's id.</param>
/// <param name="Reason">What was lacking and what was not looked at, as a sentence.</param>
public sealed record AnomalySkip(string Detector, string Reason);
