namespace BorrowingWorkflow.Faults.Checking;

/// <summary>Finds every promise that the evidence shows broken.</summary>
internal static class Checker
{
    public static IReadOnlyList<Finding> Check(Evidence evidence) =>
    [
        .. evidence.Damage.Select(damage => new Finding(Promises.NothingElseBreaks, "the run", damage)),
        .. InputChecks.Acknowledged(evidence),
        .. InputChecks.NothingTwice(evidence),
        .. InputChecks.NothingInvented(evidence),
        .. WholenessChecks.Histories(evidence),
        .. WholenessChecks.Tables(evidence),
        .. ReplayChecks.Replayed(evidence),
        .. EffectChecks.Settled(evidence),
        .. EffectChecks.Delivered(evidence),
        .. EffectChecks.Recognisable(evidence),
        .. HoldingChecks.OneHolder(evidence),
        .. DeadlineChecks.Fired(evidence),
    ];
}
