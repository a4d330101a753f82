using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>What was left undone.</summary>
internal static class LeftoverDetectors
{
    public static readonly Detector VolumesIncomplete = new(
        new AnomalyRule(
            "multi-volume-incomplete",
            AnomalySeverity.Warning,
            "Volumes missing",
            "some volumes of a request were received or returned and others not, for more than 3 days",
            "Find the rest.")
        { Inputs = AnomalyInputs.History | AnomalyInputs.Age, Remedies = [Trigger.Receive, Trigger.ReturnToPartner] },
        static (subject, settings) =>
            Missing(subject, settings, "received", static volume => volume.ReceivedAt)
            ?? Missing(subject, settings, "sent back", static volume => volume.ReturnedAt));

    public static readonly Detector NoWayForward = new(
        new AnomalyRule(
            "no-way-forward",
            AnomalySeverity.Error,
            "No way forward",
            "not final, no deadline armed, nothing queued, and on no list of csu or extended (no-list apart): nothing will move it",
            "A defect or a lost message: look at it by hand.")
        { Statuses = StatusGroups.NotFinal, Inputs = AnomalyInputs.Outbox | AnomalyInputs.Age },
        static (subject, settings) =>
            subject.NextDeadline is null
            && subject.Pending.Count == 0
            && !IsJustChanged(subject, settings)
            && !IsOnItsWay(subject)
            && !WorkedLists.Hold(subject)
                ? $"No deadline is armed, nothing is queued, and no list shows it. {Words.InStatus(subject)}"
                : null);

    public static readonly Detector ReturnedItemLeft = new(
        new AnomalyRule(
            "returned-item-left-behind",
            AnomalySeverity.Error,
            "Returned, item still here",
            "ReturnedItemToPartner for more than 1 day and a temporary item exists",
            "Discharge the loan if one stands; remove the temporary item.")
        {
            Statuses = [ReturnedItemToPartner],
            Inputs = AnomalyInputs.Item | AnomalyInputs.Age,
            Remedies = [Trigger.UndoReturn],
        },
        static (subject, settings) => subject.Items.Count > 0 && subject.Age > settings.ReturnedItemLeft
            ? $"The catalogue has a temporary item: {ItemWords.List(subject.Items)}. {Words.InStatus(subject)}"
            : null);

    public static readonly Detector DeadlineMissed = new(
        new AnomalyRule(
            "deadline-missed",
            AnomalySeverity.Error,
            "Deadline missed",
            "an armed deadline is more than 1 day past and its trigger has not fired",
            "The sweeper does not run: start it.")
        { Inputs = AnomalyInputs.Age },
        static (subject, settings) => subject.NextDeadline is { } at && subject.Now - at > settings.DeadlineMissed
            ? $"{Clock(subject.Request)} was due on {Words.Moment(at)}, {Words.Length(subject.Now - at)} ago."
            : null)
    {
        LooksAtSummaries = true,
    };

    public static readonly Detector DigitalNotDelivered = Detector.ForAge(
        new AnomalyRule(
            "digital-not-delivered",
            AnomalySeverity.Warning,
            "File not delivered",
            "ShippedDigitally or DigitallyReceivedByLibrary for more than 1 day",
            "Fetch and deliver the file by hand.")
        { Remedies = [Trigger.ReceiveDigitally, Trigger.DigitalDelivered] },
        [ShippedDigitally, DigitallyReceivedByLibrary],
        static settings => settings.DigitalNotDelivered);

    private static string? Missing(AnomalySubject subject, AnomalySettings settings, string done, Func<Volume, DateTimeOffset?> when)
    {
        var volumes = subject.Snapshot.Volumes;
        var count = volumes.Count(volume => when(volume) is not null);
        if (count == 0 || count == volumes.Count)
        {
            return null;
        }

        var since = volumes.Min(when)!.Value;
        return subject.Now - since > settings.VolumesIncomplete
            ? $"{count} of {volumes.Count} volumes were {done}, the first on {Words.Moment(since)}."
            : null;
    }

    // The outbox is read before the requests: what changes during the scan may have queued something that the scan does not know of.
    private static bool IsJustChanged(AnomalySubject subject, AnomalySettings settings) =>
        subject.Snapshot.Facts.LatestEventAt is var latest && latest >= subject.Now && latest - subject.Now <= settings.ClockTolerance;

    // In transit to the pickup location the courier moves it, and the hold detector looks after it when that takes too long.
    private static bool IsOnItsWay(AnomalySubject subject) => (subject.Summary.Traits & RequestTraits.InTransitToPickup) != 0;

    private static string Clock(BorrowingRequest? request) => request?.Deadlines[0].Kind switch
    {
        DeadlineKind.PartnerExpiry => "The end of the partner's time",
        DeadlineKind.CancelResponse => "The look after the cancellation",
        DeadlineKind.HoldExpiry => "The end of the hold",
        DeadlineKind.DueDate => "The due date",
        _ => "The erasure of the patron's data",
    };
}
