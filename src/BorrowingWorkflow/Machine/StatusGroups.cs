using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Machine;

/// <summary>Named sets of statuses and triggers (groups.tsv of the specification).</summary>
public static class StatusGroups
{
    /// <summary>The active partner holds the request.</summary>
    public static StatusSet AtPartner { get; } = [RequestSentToPartner, RequestAccepted, WillSupply, Conditional];

    /// <summary>The patron has, or had, the item.</summary>
    public static StatusSet OnLoan { get; } =
    [
        LoanedItemToPatron, MediatedPatronRenewal, RenewRequested, RenewedByPartner,
        RenewRequestNotAccepted, OverdueRequest, RecalledByPartner,
    ];

    /// <summary>Lost or damaged.</summary>
    public static StatusSet Trouble { get; } = [LostCommunicated, DeclaredLostByPartner, LostAndFeePaid, DamagedCommunicated];

    /// <summary>A physical item left the lender.</summary>
    public static StatusSet PostShip { get; } =
    [
        ShippedPhysically, PhysicallyReceivedByLibrary, ReceivedNotForLoan, .. OnLoan, .. Trouble,
        ReturnedByPatron, ReturnedItemToPartner,
    ];

    /// <summary>Nothing more is expected.</summary>
    public static StatusSet Final { get; } = [.. BorrowingStatusExtensions.All.Where(status => status.IsFinal())];

    /// <summary>Something is still expected.</summary>
    public static StatusSet NotFinal { get; } = [.. BorrowingStatusExtensions.All.Where(status => !status.IsFinal())];

    /// <summary>Every status except Deleted: a tombstone takes nothing more.</summary>
    public static StatusSet Any { get; } = [.. BorrowingStatusExtensions.All.Where(status => status != Deleted)];

    /// <summary>What an active partner may answer.</summary>
    public static TriggerSet PartnerAnswers { get; } =
    [
        Trigger.PartnerAcknowledged, Trigger.PartnerAccepted, Trigger.PartnerWillSupply, Trigger.PartnerSetCondition,
        Trigger.PartnerRetryPossible, Trigger.PartnerRejected, Trigger.PartnerExpired, Trigger.PartnerShipped,
        Trigger.PartnerShippedDigitally, Trigger.PartnerCancelled,
    ];
}
