using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>What happened once, whatever the status is now.</summary>
internal static class HistoryDetectors
{
    public static readonly Detector ShippedAfterClose = new(
        new AnomalyRule(
            "shipped-after-close",
            AnomalySeverity.Error,
            "Shipped after close",
            "PartnerShipped arrived in a final status (FI-8) and was not accepted since (FI-9)",
            "Accept the late shipment or send it back at arrival.")
        { Inputs = AnomalyInputs.History, Remedies = [Trigger.AcceptLateShipment] },
        static (subject, _) => subject.Snapshot.Facts is { ShippedAfterClose: { } partner } facts
            ? $"Partner {partner} {(facts.ShippedAfterCloseIsPhysical ? "shipped" : "sent a file")} after the request was closed. Now {Status(subject)}."
            : null);

    public static readonly Detector ArrivedAfterCancel = new(
        new AnomalyRule(
            "arrived-after-cancel",
            AnomalySeverity.Warning,
            "Arrived after cancel",
            "ScanIn in a final status (CA-24)",
            "Send it back.")
        { Inputs = AnomalyInputs.History },
        static (subject, _) => subject.Snapshot.Facts.ArrivedAfterClose ? $"An item was scanned in after the request was closed. Now {Status(subject)}." : null);

    public static readonly Detector ShippedByWrongPartner = new(
        new AnomalyRule(
            "shipped-by-wrong-partner",
            AnomalySeverity.Error,
            "Shipped by a partner that is not active",
            "a ship message from a partner other than the active one",
            "Accept that shipment, or ask one to stop: two copies may arrive.")
        { Inputs = AnomalyInputs.History, Remedies = [Trigger.AcceptLateShipment, Trigger.SendGeneralMessage] },
        static (subject, _) => subject.Snapshot.Facts.ShippedByWrongPartner is { } partner
            ? $"Partner {partner} shipped while it was not the active one. Now {Status(subject)}{With(subject.Summary.Partner)}."
            : null);

    public static readonly Detector StatusNotInProfile = new(
        new AnomalyRule(
            "status-not-in-profile",
            AnomalySeverity.Info,
            "Status outside the partner's profile",
            "the status is optional and the active partner's workflow profile lacks it",
            "Correct the profile.")
        { Statuses = [RequestAccepted, WillSupply], Inputs = AnomalyInputs.Partners },
        static (subject, _) => subject.Summary.Partner is { } code && subject.FindPartner(code) is { } partner && !Has(partner.Profile, subject)
            ? $"Partner {code} answered with {Status(subject)}, which its workflow profile lacks."
            : null);

    public static readonly Detector OutOfSequence = new(
        new AnomalyRule(
            "out-of-sequence",
            AnomalySeverity.Info,
            "Messages out of sequence",
            "two or more partner messages were recorded as out of sequence",
            "Compare with the partner.")
        { Inputs = AnomalyInputs.History, Remedies = [Trigger.SendGeneralMessage] },
        static (subject, settings) => subject.Snapshot.Facts.OutOfSequence >= settings.OutOfSequence
            ? $"{Words.Count(subject.Snapshot.Facts.OutOfSequence, "partner message", "partner messages")} came out of sequence. Now {Status(subject)}{With(subject.Summary.Partner)}."
            : null);

    public static readonly Detector ClockFault = new(
        new AnomalyRule(
            "clock-fault",
            AnomalySeverity.Warning,
            "Clock fault",
            "an event is dated before the event that precedes it by more than 5 minutes, or in the future",
            "Check the peer's clock.")
        { Inputs = AnomalyInputs.History },
        static (subject, settings) =>
        {
            var latest = subject.Request is { } request && request.Facts.LatestEventAt > subject.Summary.EnteredAt
                ? request.Facts.LatestEventAt
                : subject.Summary.EnteredAt;
            if (latest - subject.Now > settings.ClockTolerance)
            {
                return $"An event is dated {Words.Moment(latest)}, {Words.Length(latest - subject.Now)} ahead of the scan.";
            }

            return subject.Request?.Facts.LargestStepBack > settings.ClockTolerance
                ? $"An event is dated {Words.Length(subject.Request.Facts.LargestStepBack)} before the one that precedes it."
                : null;
        })
    {
        LooksAtSummaries = true,
    };

    public static readonly Detector PingPong = new(
        new AnomalyRule(
            "ping-pong",
            AnomalySeverity.Warning,
            "Going in circles",
            "the same two statuses alternate 3 times or more, or a request was reactivated twice",
            "Find the cause.")
        { Inputs = AnomalyInputs.History },
        static (subject, settings) => subject.Snapshot.Facts switch
        {
            { } facts when facts.MostAlternations >= settings.Alternations =>
                $"The same two statuses alternated {Words.Count(facts.MostAlternations, "time", "times")}. Now {Status(subject)}.",
            { } facts when facts.Reactivations >= settings.Reactivations =>
                $"Reactivated {Words.Count(facts.Reactivations, "time", "times")}. Now {Status(subject)}.",
            _ => null,
        });

    public static IReadOnlyList<Detector> Late { get; } = [ShippedAfterClose, ArrivedAfterCancel, ShippedByWrongPartner];

    public static IReadOnlyList<Detector> Course { get; } = [StatusNotInProfile, OutOfSequence, ClockFault, PingPong];

    private static string Status(AnomalySubject subject) => subject.Summary.Status.Label();

    private static string With(string? partner) => partner is null ? "" : $" with {partner}";

    private static bool Has(WorkflowProfile profile, AnomalySubject subject) =>
        subject.Summary.Status == RequestAccepted ? profile.HasRequestAccepted : profile.HasWillSupply;
}
