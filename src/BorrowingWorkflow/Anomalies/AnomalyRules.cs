using BorrowingWorkflow.Anomalies.Detectors;

namespace BorrowingWorkflow.Anomalies;

/// <summary>The rules of the detectors that come with the package (anomalies.tsv of the specification), in its order.</summary>
public static class AnomalyRules
{
    // A rule about several requests has no detector that looks at one request at a time.
    private static readonly (AnomalyRule Rule, Detector? Detector)[] InOrder =
    [
        .. Of(CompletedDetectors.All),
        .. Of(LocateDetectors.All),
        .. Of(AtPartnerDetectors.All),
        .. Of([TransitDetectors.ShippedNotReceived, TransitDetectors.ReturnedNotCheckedIn]),
        (SetRules.PartnerNeverChecksIn, null),
        .. Of([TransitDetectors.BranchReturnStuck, TransitDetectors.HoldExpired]),
        .. Of(NoticeDetectors.All),
        .. Of(LoanDetectors.All),
        .. Of([DeskDetectors.MessageWaiting, DeskDetectors.NoteWaiting, DeskDetectors.RejectedLeftOpen]),
        (SetRules.DuplicateRequest, null),
        .. Of(HistoryDetectors.Late),
        .. Of(HistoryDetectors.Course),
        .. Of([LeftoverDetectors.VolumesIncomplete, LeftoverDetectors.NoWayForward, LeftoverDetectors.ReturnedItemLeft]),
        (SetRules.MessageUndelivered, null),
        .. Of([LeftoverDetectors.DeadlineMissed, LeftoverDetectors.DigitalNotDelivered]),
    ];

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<AnomalyRule> All { get; } = [.. InOrder.Select(entry => entry.Rule)];

    /// <summary>The detectors that look at one request at a time.</summary>
    internal static IReadOnlyList<Detector> Detectors { get; } = [.. InOrder.Select(entry => entry.Detector).OfType<Detector>()];

    /// <summary>The rule with that id; null where no detector of the package has it.</summary>
    public static AnomalyRule? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return All.FirstOrDefault(rule => rule.Id == id);
    }

    private static IEnumerable<(AnomalyRule Rule, Detector? Detector)> Of(IEnumerable<Detector> detectors) =>
        detectors.Select<Detector, (AnomalyRule, Detector?)>(detector => (detector.Rule, detector));
}
