using BorrowingWorkflow.Machine;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>Looking for holders and sending.</summary>
internal static class LocateDetectors
{
    public static readonly Detector Stuck = Detector.ForAge(
        new AnomalyRule(
            "stuck-in-locate",
            AnomalySeverity.Error,
            "Stuck in locate",
            "LocateInProcess for more than 15 minutes",
            "Create a new request and complete this one.")
        { Remedies = [Trigger.Replace, Trigger.Complete] },
        [LocateInProcess],
        static settings => settings.StuckInLocate);

    public static readonly Detector Failed = new(
        new AnomalyRule(
            "locate-failed",
            AnomalySeverity.Warning,
            "Locate failed",
            "status LocateFailed",
            "See the history; submit again; complete.")
        { Statuses = [LocateFailed], Remedies = [Trigger.Replace, Trigger.Locate, Trigger.Complete] },
        static (subject, _) => Words.InStatus(subject));

    public static readonly Detector CannotSend = new(
        new AnomalyRule(
            "cannot-send",
            AnomalySeverity.Error,
            "Cannot be sent",
            "ReadyToBeSent and the last 3 sends to the active partner failed, or ReadyToBeSent for more than 1 day",
            "Contact the lender: library or location configuration.")
        {
            Statuses = [ReadyToBeSent],
            Inputs = AnomalyInputs.History | AnomalyInputs.Age,
            Remedies = [Trigger.Send, Trigger.SkipPartner, Trigger.CancelByStaff],
        },
        static (subject, settings) => (subject.Snapshot.Active?.FailedSends ?? 0) switch
        {
            var failed when failed >= settings.FailedSends =>
                $"The last {Words.Count(failed, "send", "sends")} to {subject.Summary.Partner} failed. {Words.InStatus(subject)}",
            _ => subject.Age > settings.ReadyToBeSent ? Words.InStatus(subject) : null,
        });

    public static IReadOnlyList<Detector> All { get; } = [Stuck, Failed, CannotSend, BadRotaDetector.BadRota];
}
