using static BorrowingWorkflow.Engine.Steps;
using static BorrowingWorkflow.Machine.ActorSets;
using static BorrowingWorkflow.Machine.Guards;
using static BorrowingWorkflow.Machine.StatusGroups;
using static BorrowingWorkflow.Machine.Target;
using static BorrowingWorkflow.Machine.Trigger;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Machine.Table;

/// <summary>The end: closing, reopening, and what arrives afterwards.</summary>
internal static class FinalClauses
{
    public static IReadOnlyList<Transition> Rows { get; } =
    [
        new("FI-1", NotFinal,
            [Complete], ByStaff, Always,
            To(RequestCompleted), [RecordSkippedStepsAndCloser, WithdrawSend, TellCancelWhereUnshipped, DeleteTemporaryItemInTrouble], ClauseSource.Document),
        new("FI-2", [RequestCompleted],
            [Reactivate], ByStaff, Always,
            Restore(Memory.Close), [RearmRestored, RestoreTemporaryItemIfNeeded], ClauseSource.Field),
        new("FI-3", [LocateFailed, RejectedByPartner, Expired, CancelledByPatron, CancelledByStaff, CancelledByPartner, RequestCompleted, ReadyToBeSent, .. AtPartner],
            [Resubmit], ByStaff, Always,
            Stay, [SubmitReplacement], ClauseSource.Field),
        new("FI-4", [Created, PendingApproval, LocalHolding, BadCitation, LocateFailed, ReadyToBeSent, RejectedByPartner, Expired],
            [Export], ByStaff, Always,
            To(ExportedToThirdParty), [WithdrawSend, TellCancelWhereHeld], ClauseSource.Field),
        new("FI-5", [Created, PendingApproval, LocalHolding, BadCitation, LocateFailed, ReadyToBeSent, RejectedByPartner, Expired],
            [ObtainExternally], ByStaff, Always,
            To(ExternallyObtained), [WithdrawSend, TellCancelWhereHeld], ClauseSource.Field),
        new("FI-6", Final - [Deleted], [Purge], BySystem, RetentionOver, To(Deleted), [ErasePatronData], ClauseSource.Field),
        new("FI-7", [RequestCompleted],
            [PartnerShipped], ByStaffOrPartner, ClosedUnshipped,
            To(ShippedPhysically), [As("AP-14"), ReactivateClosedEntry, RecordReopened], ClauseSource.Field),
        new("FI-8", [RejectedByPartner, Expired, CancelledByPatron, CancelledByStaff, CancelledByPartner, ExternallyObtained, ExportedToThirdParty],
            [PartnerShipped, PartnerShippedDigitally], ByStaffOrPartner, Always,
            Stay, [AlertShippedAfterClose], ClauseSource.Field),
        new("FI-9", [RejectedByPartner, Expired, CancelledByPatron, CancelledByStaff, CancelledByPartner, ExternallyObtained, ExportedToThirdParty],
            [AcceptLateShipment], ByStaff, LateShipmentStands,
            To(ShippedPhysically), [As("AP-14"), ActivateLateShipper], ClauseSource.Field),
        new("FI-10", [RequestCompleted, CancelledByPatron, CancelledByStaff, CancelledByPartner, RejectedByPartner, Expired],
            [PartnerCheckedIn], ByStaffOrPartner, Always,
            Stay, [], ClauseSource.Field),
        new("FI-11", [RequestCompleted, CancelledByPatron, CancelledByStaff, CancelledByPartner, RejectedByPartner, Expired],
            [PartnerAcceptedCancel, PartnerCancelled, PartnerRejected, PartnerExpired], ByStaffOrPartner, Always,
            Stay, [], ClauseSource.Field),
        new("FI-12", [RequestCompleted], [PartnerShipped, PartnerShippedDigitally], ByStaffOrPartner, !ClosedUnshipped, Stay, [], ClauseSource.Field),
        new("FI-13", [RequestCompleted, CancelledByPatron, CancelledByStaff, CancelledByPartner, RejectedByPartner, Expired],
            [PartnerRefusedCancel], ByStaffOrPartner, Always,
            Stay, [AlertItemMayCome], ClauseSource.Field),
        new("FI-14", [CancelledByPatron, CancelledByStaff, CancelledByPartner, RejectedByPartner, Expired],
            [Reactivate], ByStaff, Always,
            To(LocateInProcess), [StartLocateAgain], ClauseSource.Field),
        new("FI-15", [RequestCompleted],
            [PartnerOverdue, PartnerRecalled, PartnerDeclaredLost], ByStaffOrPartner, Always,
            Stay, [AlertLenderMissesItem], ClauseSource.Field),
        new("FI-16", [.. AtPartner, ReadyToBeSent, WaitingForCancelResponse],
            [AcceptLateShipment], ByStaff, AnotherEntryShipped,
            To(ShippedPhysically), [MarkSuperseded, TellCancelToSuperseded, ActivateOtherShipper, As("AP-14")], ClauseSource.Field),
        new("FI-17", [RequestCompleted],
            [ScanIn], ByStaff, Always,
            Stay, [DischargeLoanIfOnLoan, DeleteTemporaryItem, SendBackIfHere, RecordCleanedUp], ClauseSource.Document),
        new("FI-18", Final - [Deleted],
            [RemoveTemporaryItem], ByStaff, TemporaryItemStands,
            Stay, [DischargeLoanIfOnLoan, DeleteTemporaryItem, RecordCleanedUp], ClauseSource.Document),
    ];
}
