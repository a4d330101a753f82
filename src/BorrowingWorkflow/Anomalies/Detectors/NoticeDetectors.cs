using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>Patrons who do not know where their request stands. A notice counts as delivered once it has left the outbox.</summary>
internal static class NoticeDetectors
{
    public static readonly Detector Arrival = new(
        new AnomalyRule(
            "patron-not-told-of-arrival",
            AnomalySeverity.Warning,
            "Patron not told of arrival",
            "PhysicallyReceivedByLibrary for more than 1 day no arrival notice was delivered, and the item is not in transit to another pickup location",
            "Notify the patron.")
        { Statuses = [PhysicallyReceivedByLibrary], Inputs = AnomalyInputs.Outbox },
        static (subject, settings) =>
        {
            var request = subject.Snapshot;
            if (request.Place == ItemPlace.InTransitToPickup || request.Facts.PatronWithdrew || request.Facts.ImportedAt >= request.EnteredAt)
            {
                return null;
            }

            // The hold shelf at another pickup location is reached later than the status: the notice is due from then on.
            var asked = request.Facts.ArrivalNoticeAt;
            var since = asked > request.EnteredAt ? asked.Value : request.EnteredAt;
            return Evidence(subject, since, settings.ArrivalNotice, asked is null, "Arrived");
        });

    public static readonly Detector Failure = new(
        new AnomalyRule(
            "patron-not-told-of-failure",
            AnomalySeverity.Error,
            "Patron not told of failure",
            "RejectedByPartner or Expired (unless KeepRejectedActive), CancelledByStaff or CancelledByPartner, and no notice was delivered within 1 day",
            "Notify the patron, suggest ILL.")
        {
            Statuses = TraitsOf.Failed,
            Inputs = AnomalyInputs.Outbox | AnomalyInputs.History,
        },
        static (subject, settings) =>
        {
            // A failed request without a snapshot is one whose notice was asked for.
            var neverAsked = subject.Request is { } request && TraitsOf.LacksFailureNotice(request);
            return subject.Summary.Traits.HasFlag(RequestTraits.KeptActive)
                ? null
                : Evidence(subject, subject.Summary.EnteredAt, settings.FailureNotice, neverAsked, "SuggestIll", "Cancelled");
        })
    {
        LooksAtSummaries = true,
    };

    public static IReadOnlyList<Detector> All { get; } = [Arrival, Failure];

    private static string? Evidence(AnomalySubject subject, DateTimeOffset since, TimeSpan threshold, bool neverAsked, params ReadOnlySpan<string> notices)
    {
        if (subject.Now - since <= threshold)
        {
            return null;
        }

        if (neverAsked)
        {
            return $"No notice was sent. {Words.InStatus(subject)}";
        }

        foreach (var effect in subject.Pending)
        {
            if (effect is { Kind: EffectKind.NotifyPatron, Detail: { } notice } && notices.Contains(notice))
            {
                return $"The notice has waited since {Words.Moment(effect.At)}, {Words.Count(effect.Attempts, "attempt", "attempts")}. {Words.InStatus(subject)}";
            }
        }

        return null;
    }
}
