using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>Completed, but not closed: what became of the item.</summary>
internal static class CompletedDetectors
{
    public static readonly Detector ItemInTransit = ItemIs(
        ProcessType.Transit,
        new AnomalyRule(
            "completed-item-in-transit",
            AnomalySeverity.Error,
            "Completed, item still in transit",
            "status RequestCompleted and the temporary item's process type is Transit",
            "Returned at a branch, never scanned at the resource sharing library: scan it in there.")
        { Remedies = [Trigger.ScanIn] });

    public static readonly Detector ItemOnLoan = ItemIs(
        ProcessType.Loan,
        new AnomalyRule(
            "completed-item-on-loan",
            AnomalySeverity.Error,
            "Completed, item still on loan",
            "status RequestCompleted and process type is Loan",
            "Not checked in from the patron's account: discharge the loan.")
        { Remedies = [Trigger.RemoveTemporaryItem, Trigger.ScanIn] });

    public static readonly Detector ItemNeverReceived = ItemIs(
        ProcessType.ResourceSharingRequest,
        new AnomalyRule(
            "completed-item-in-resource-sharing",
            AnomalySeverity.Error,
            "Completed, item never received",
            "status RequestCompleted and process type is ResourceSharingRequest",
            "Turned round in the courier, never received here: remove the temporary item.")
        { Remedies = [Trigger.RemoveTemporaryItem] });

    public static readonly Detector ItemLeftBehind = new(
        new AnomalyRule(
            "completed-item-left-behind",
            AnomalySeverity.Warning,
            "Completed, temporary item left behind",
            "final status and a temporary item exists with any other process type, or a final status other than RequestCompleted with any process type",
            "Remove the temporary item.")
        {
            Statuses = StatusGroups.Final,
            Inputs = AnomalyInputs.Item,
            Remedies = [Trigger.RemoveTemporaryItem],
        },
        static (subject, _) => subject.Items.Where(item => subject.Summary.Status != RequestCompleted || !HasDetectorOfItsOwn(item)).ToList() is { Count: > 0 } left
            ? $"{subject.Summary.Status.Label()}, and the catalogue has a temporary item: {ItemWords.List(left)}."
            : null);

    public static readonly Detector StepsSkipped = new(
        new AnomalyRule(
            "completed-steps-skipped",
            AnomalySeverity.Warning,
            "Completed without receipt or return",
            "RequestCompleted, closed by RE-2, and the history has no Receive or ReceiveNotForLoan, or no ReturnToPartner",
            "See which step was skipped; check shelf, patron account and courier.")
        { Statuses = [RequestCompleted], Inputs = AnomalyInputs.History, Remedies = [Trigger.ScanIn, Trigger.RemoveTemporaryItem] },
        static (subject, _) => TraitsOf.SkippedSteps(subject.Snapshot)
            ? $"{Words.Partner(subject)} checked it in while it was in {subject.Snapshot.Facts.ClosedFrom.Label()}; never recorded: {Missing(subject.Snapshot.Facts.Done)}."
            : null);

    public static readonly Detector ByOverride = new(
        new AnomalyRule(
            "completed-by-override",
            AnomalySeverity.Info,
            "Completed by staff from an early status",
            "status RequestCompleted by Complete from a status other than LocateInProcess, LocateFailed, ReturnedItemToPartner or @Trouble",
            "See who did it and why.")
        { Statuses = [RequestCompleted], Inputs = AnomalyInputs.History, Remedies = [Trigger.Reactivate] },
        static (subject, _) => TraitsOf.Overridden(subject.Snapshot)
            ? $"Completed from {subject.Snapshot.Facts.ClosedFrom.Label()} on {Words.Moment(subject.Summary.EnteredAt)}{By(subject.Snapshot.Facts.ClosedByWhom)}."
            : null);

    public static IReadOnlyList<Detector> All { get; } = [ItemInTransit, ItemOnLoan, ItemNeverReceived, ItemLeftBehind, StepsSkipped, ByOverride];

    private static Detector ItemIs(ProcessType type, AnomalyRule rule) =>
        new(
            rule with { Statuses = [RequestCompleted], Inputs = AnomalyInputs.Item },
            (subject, _) => subject.Items.Contains(type)
                ? $"Completed on {Words.Moment(subject.Summary.EnteredAt)}; the catalogue has the temporary item {ItemWords.Of(type)}."
                : null);

    private static bool HasDetectorOfItsOwn(ProcessType type) => type is ProcessType.Transit or ProcessType.Loan or ProcessType.ResourceSharingRequest;

    private static string Missing(LifeSteps done) => (done & (LifeSteps.Received | LifeSteps.Returned)) switch
    {
        LifeSteps.Received => "the return",
        LifeSteps.Returned => "the receipt",
        _ => "the receipt and the return",
    };

    private static string By(string? who) => who is null ? "" : $" by {who}";
}
