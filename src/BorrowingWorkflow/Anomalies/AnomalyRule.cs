using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Anomalies;

/// <summary>What a detector looks for, in words, and what to do about it.</summary>
/// <param name="Id">The detector's id: permanent, in lower case with hyphens, unique in a scan.</param>
/// <param name="Severity">How much its findings matter.</param>
/// <param name="Title">A few words, as a heading.</param>
/// <param name="When">The rule in words, with the default thresholds.</param>
/// <param name="Remedy">What staff do about it.</param>
public sealed record AnomalyRule(string Id, AnomalySeverity Severity, string Title, string When, string Remedy)
{
    /// <summary>The statuses that are looked at.</summary>
    /// <value>Every status.</value>
    public StatusSet Statuses { get; init; } = StatusGroups.NotFinal | StatusGroups.Final;

    /// <summary>What the detector looks at, besides the status.</summary>
    /// <value>Nothing.</value>
    public AnomalyInputs Inputs { get; init; }

    /// <summary>The triggers that the remedy comes down to, likeliest first; empty where it lies outside the workflow.</summary>
    /// <value>None.</value>
    public IReadOnlyList<Trigger> Remedies { get; init; } = [];
}
