using BorrowingWorkflow.Machine;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>Items on their way, or waiting for their patron.</summary>
internal static class TransitDetectors
{
    public static readonly Detector ShippedNotReceived = Detector.ForAge(
        new AnomalyRule(
            "shipped-not-received",
            AnomalySeverity.Warning,
            "Shipped, not received",
            "ShippedPhysically for more than 7 days",
            "Search shelves and courier; ask the lender.")
        { Remedies = [Trigger.Receive, Trigger.SendGeneralMessage, Trigger.ReportLost] },
        [ShippedPhysically],
        static settings => settings.ShippedNotReceived);

    public static readonly Detector ReturnedNotCheckedIn = Detector.ForAge(
        new AnomalyRule(
            "returned-not-checked-in",
            AnomalySeverity.Warning,
            "Returned, not checked in",
            "ReturnedItemToPartner for more than 30 days",
            "Ask the lender to check it in.")
        { Remedies = [Trigger.SendGeneralMessage, Trigger.ReportLost, Trigger.Complete] },
        [ReturnedItemToPartner],
        static settings => settings.ReturnedNotCheckedIn);

    public static readonly Detector BranchReturnStuck = Detector.ForAge(
        new AnomalyRule(
            "branch-return-stuck",
            AnomalySeverity.Warning,
            "Stuck between branches",
            "ReturnedByPatron for more than 3 days",
            "Find it at the branch; scan it in.")
        { Remedies = [Trigger.ScanIn, Trigger.ReportLost] },
        [ReturnedByPatron],
        static settings => settings.BranchReturn);

    public static readonly Detector HoldExpired = Detector.ForAge(
        new AnomalyRule(
            "hold-expired",
            AnomalySeverity.Warning,
            "Hold expired, not returned",
            "PhysicallyReceivedByLibrary for more than 14 days",
            "Return to the partner.")
        { Remedies = [Trigger.ReturnToPartner] },
        [PhysicallyReceivedByLibrary],
        static settings => settings.HoldExpired);
}
