using BorrowingWorkflow.Anomalies.Detectors;

namespace BorrowingWorkflow.Anomalies;

/// <summary>The rules of the detectors that come with the package (anomalies.tsv of the specification), in its order.</summary>
public static class AnomalyRules
{
    /// <summary>Every rule.</summary>
    public static IReadOnlyList<AnomalyRule> All { get; } =
    [
        .. Of(CompletedDetectors.All),
        .. Of(LocateDetectors.All),
        .. Of(AtPartnerDetectors.All),
        TransitDetectors.ShippedNotReceived.Rule,
        TransitDetectors.ReturnedNotCheckedIn.Rule,
        SetRules.PartnerNeverChecksIn,
        TransitDetectors.BranchReturnStuck.Rule,
        TransitDetectors.HoldExpired.Rule,
        .. Of(NoticeDetectors.All),
        .. Of(LoanDetectors.All),
        DeskDetectors.MessageWaiting.Rule,
        DeskDetectors.NoteWaiting.Rule,
        DeskDetectors.RejectedLeftOpen.Rule,
        SetRules.DuplicateRequest,
        .. Of(HistoryDetectors.Late),
        .. Of(HistoryDetectors.Course),
        LeftoverDetectors.VolumesIncomplete.Rule,
        LeftoverDetectors.NoWayForward.Rule,
        LeftoverDetectors.ReturnedItemLeft.Rule,
        SetRules.MessageUndelivered,
        LeftoverDetectors.DeadlineMissed.Rule,
        LeftoverDetectors.DigitalNotDelivered.Rule,
    ];

    /// <summary>The detectors that look at one request at a time.</summary>
    internal static IReadOnlyList<Detector> Detectors { get; } =
    [
        .. CompletedDetectors.All,
        .. LocateDetectors.All,
        .. AtPartnerDetectors.All,
        TransitDetectors.ShippedNotReceived,
        TransitDetectors.ReturnedNotCheckedIn,
        TransitDetectors.BranchReturnStuck,
        TransitDetectors.HoldExpired,
        .. NoticeDetectors.All,
        .. LoanDetectors.All,
        DeskDetectors.MessageWaiting,
        DeskDetectors.NoteWaiting,
        DeskDetectors.RejectedLeftOpen,
        .. HistoryDetectors.Late,
        .. HistoryDetectors.Course,
        LeftoverDetectors.VolumesIncomplete,
        LeftoverDetectors.NoWayForward,
        LeftoverDetectors.ReturnedItemLeft,
        LeftoverDetectors.DeadlineMissed,
        LeftoverDetectors.DigitalNotDelivered,
    ];

    /// <summary>The rule with that id; null where no detector of the package has it.</summary>
    public static AnomalyRule? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return All.FirstOrDefault(rule => rule.Id == id);
    }

    private static IEnumerable<AnomalyRule> Of(IEnumerable<Detector> detectors) => detectors.Select(detector => detector.Rule);
}
