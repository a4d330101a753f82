using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>What waits for somebody at the desk.</summary>
internal static class DeskDetectors
{
    public static readonly Detector MessageWaiting = new(
        new AnomalyRule(
            "general-message-waiting",
            AnomalySeverity.Warning,
            "General message waiting",
            "an active general message older than 1 day",
            "Answer and dismiss.")
        { Inputs = AnomalyInputs.Age, Remedies = [Trigger.SendGeneralMessage, Trigger.DismissGeneralMessage] },
        static (subject, settings) => subject.Summary.OldestMessageAt is { } at && subject.Now - at > settings.GeneralMessage
            ? $"The oldest active message came on {Words.Moment(at)}, {Words.Length(subject.Now - at)} ago."
            : null);

    public static readonly Detector NoteWaiting = new(
        new AnomalyRule(
            "note-waiting",
            AnomalySeverity.Info,
            "Note waiting",
            "an active note older than 7 days",
            "Act and dismiss.")
        { Inputs = AnomalyInputs.Age, Remedies = [Trigger.DismissNote] },
        static (subject, settings) => subject.Summary.OldestNoteAt is { } at && subject.Now - at > settings.Note
            ? $"The oldest active note was added on {Words.Moment(at)}, {Words.Length(subject.Now - at)} ago."
            : null);

    public static readonly Detector RejectedLeftOpen = new(
        new AnomalyRule(
            "rejected-left-open",
            AnomalySeverity.Info,
            "Rejected, kept open",
            "KeepRejectedActive and RejectedByPartner or Expired for more than 7 days",
            "Cancel, or submit again.")
        {
            Statuses = [RejectedByPartner, Expired],
            Inputs = AnomalyInputs.Age,
            Remedies = [Trigger.CancelByStaff, Trigger.Resubmit],
        },
        static (subject, settings) =>
            subject.Summary.Traits.HasFlag(RequestTraits.KeptActive) && subject.Age > settings.RejectedLeftOpen ? Words.InStatus(subject) : null)
    {
        LooksAtSummaries = true,
    };
}
