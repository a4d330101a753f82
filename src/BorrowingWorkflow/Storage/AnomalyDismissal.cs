namespace BorrowingWorkflow.Storage;

/// <summary>That somebody looked at a finding and does not want to see it for a while.</summary>
/// <param name="Detector">The detector's id.</param>
/// <param name="Subject">The request's id, or the partner's code where the finding is about a partner.</param>
/// <param name="Until">Until when it is hidden, in UTC.</param>
/// <param name="By">Who dismissed it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When, in UTC.</param>
public sealed record AnomalyDismissal(string Detector, string Subject, DateTimeOffset Until, string By, string Reason, DateTimeOffset At);
