using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Anomalies;

/// <summary>A detector of this package that looks at one request at a time.</summary>
/// <param name="Rule">What it looks for.</param>
/// <param name="Examine">Tells the evidence; null where there is nothing to report. Pure.</param>
internal sealed record Detector(AnomalyRule Rule, Func<AnomalySubject, AnomalySettings, string?> Examine)
{
    /// <summary>True where it looks at final requests that come without a snapshot too, by their summaries.</summary>
    public bool LooksAtSummaries { get; init; }

    /// <summary>The common shape: in one of the statuses for more than a time.</summary>
    public static Detector ForAge(AnomalyRule rule, StatusSet statuses, Func<AnomalySettings, TimeSpan> threshold) =>
        new(
            rule with { Statuses = statuses, Inputs = AnomalyInputs.Age },
            (subject, settings) => subject.Age > threshold(settings) ? Words.InStatus(subject) : null);
}
