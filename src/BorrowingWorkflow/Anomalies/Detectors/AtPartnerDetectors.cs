using BorrowingWorkflow.Machine;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>The partner's answer is awaited, or the patron's patience is at an end.</summary>
internal static class AtPartnerDetectors
{
    public static readonly Detector Overdue = new(
        new AnomalyRule(
            "partner-overdue-to-answer",
            AnomalySeverity.Warning,
            "Partner has not answered",
            "RequestSentToPartner or RequestAccepted for more working days than the partner's days to respond (4 by default) plus 1",
            "The expiry did not run or the message was lost: send again, or skip.")
        {
            Statuses = [RequestSentToPartner, RequestAccepted],
            Inputs = AnomalyInputs.Age | AnomalyInputs.Partners,
            Remedies = [Trigger.PartnerExpired, Trigger.SkipPartner, Trigger.SendGeneralMessage],
        },
        static (subject, settings) =>
        {
            var partner = subject.Summary.Partner is { } code ? subject.FindPartner(code) : null;
            var days = partner?.Profile.DaysToRespond ?? settings.DaysToRespond;
            var due = subject.Calendar.AddWorkingDays(subject.Summary.EnteredAt, days + settings.DaysToRespondGrace, subject.Summary.Library, partner);
            return subject.Now > due
                ? $"{Words.Partner(subject)} has {Words.Count(days, "working day", "working days")} to respond. {Words.InStatus(subject)}"
                : null;
        });

    public static readonly Detector WillSupplyTooLong = Detector.ForAge(
        new AnomalyRule(
            "will-supply-too-long",
            AnomalySeverity.Warning,
            "Will supply for too long",
            "WillSupply for more than 14 days",
            "Ask, or skip the partner.")
        { Remedies = [Trigger.SendGeneralMessage, Trigger.SkipPartner] },
        [WillSupply],
        static settings => settings.WillSupply);

    public static readonly Detector ConditionUnanswered = new(
        new AnomalyRule(
            "condition-unanswered",
            AnomalySeverity.Warning,
            "Condition unanswered",
            "Conditional past its reply date, or for more than 4 working days",
            "Accept or decline.")
        {
            Statuses = [Conditional],
            Inputs = AnomalyInputs.Age,
            Remedies = [Trigger.AcceptCondition, Trigger.DeclineCondition],
        },
        static (subject, settings) =>
        {
            if (subject.Snapshot.Condition?.ReplyBy is { } replyBy && subject.Now > replyBy)
            {
                return $"{Words.Partner(subject)} asked for an answer by {Words.Moment(replyBy)}. {Words.InStatus(subject)}";
            }

            var due = subject.Calendar.AddWorkingDays(subject.Summary.EnteredAt, settings.ConditionWorkingDays, subject.Summary.Library, partner: null);
            return subject.Now > due ? Words.InStatus(subject) : null;
        });

    public static readonly Detector CancelUnanswered = Detector.ForAge(
        new AnomalyRule(
            "cancel-unanswered",
            AnomalySeverity.Warning,
            "Cancellation unanswered",
            "WaitingForCancelResponse for more than 5 days",
            "Ask again, or close.")
        { Remedies = [Trigger.ResendCancel, Trigger.ForceCancel] },
        [WaitingForCancelResponse],
        static settings => settings.CancelResponse);

    public static readonly Detector NeededByPassed = new(
        new AnomalyRule(
            "needed-by-passed",
            AnomalySeverity.Warning,
            "Needed-by date passed",
            "not final, not shipped, and the needed-by date is past",
            "Ask the patron; cancel.")
        {
            Statuses = StatusGroups.NotFinal - StatusGroups.PostShip - [ShippedDigitally, DigitallyReceivedByLibrary],
            Inputs = AnomalyInputs.Age,
            Remedies = [Trigger.CancelByStaff, Trigger.EditRequest],
        },
        static (subject, _) => subject.Snapshot.NeededBy is { } neededBy && neededBy < subject.Now
            ? $"Needed by {Words.Moment(neededBy)}, and not shipped. {Words.InStatus(subject)}"
            : null);

    public static IReadOnlyList<Detector> All { get; } = [Overdue, WillSupplyTooLong, ConditionUnanswered, CancelUnanswered, NeededByPassed];
}
