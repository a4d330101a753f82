using static BorrowingWorkflow.Engine.Steps;
using static BorrowingWorkflow.Machine.ActorSets;
using static BorrowingWorkflow.Machine.Guards;
using static BorrowingWorkflow.Machine.StatusGroups;
using static BorrowingWorkflow.Machine.Target;
using static BorrowingWorkflow.Machine.Trigger;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Machine.Table;

/// <summary>On loan: renewals, overdue, recalls, lost and damaged.</summary>
internal static class LoanClauses
{
    public static IReadOnlyList<Transition> Rows { get; } =
    [
        new("LN-1", [LoanedItemToPatron, RenewedByPartner, RenewRequestNotAccepted, OverdueRequest],
            [RequestRenewal], ByPatronOrStaff, RenewalsMediated,
            To(MediatedPatronRenewal), [], ClauseSource.Field),
        new("LN-2", [LoanedItemToPatron, RenewedByPartner, RenewRequestNotAccepted, OverdueRequest],
            [RequestRenewal], ByPatronOrStaff, !RenewalsMediated,
            To(RenewRequested), [SendRenew], ClauseSource.Field),
        new("LN-3", [MediatedPatronRenewal, OverdueRequest],
            [ForwardRenewal], ByStaff, RenewalUnanswered,
            To(RenewRequested), [SendRenew], ClauseSource.Field),
        new("LN-4", [MediatedPatronRenewal, OverdueRequest],
            [DeclineRenewal], ByStaff, RenewalUnanswered,
            To(RenewRequestNotAccepted), [NotifyRenewalRefused], ClauseSource.Field),
        new("LN-5", [LoanedItemToPatron, MediatedPatronRenewal, RenewRequested, RenewedByPartner, RenewRequestNotAccepted, OverdueRequest],
            [PartnerRenewed], ByStaffOrPartner, Always,
            To(RenewedByPartner), [SetLenderDueDate, ExtendLoan, ArmDueDate, NotifyRenewed], ClauseSource.Field),
        new("LN-6", [RenewRequested],
            [PartnerRefusedRenewal], ByStaffOrPartner, Always,
            To(RenewRequestNotAccepted), [NotifyRenewalRefused], ClauseSource.Field),
        new("LN-7", [LoanedItemToPatron, MediatedPatronRenewal, RenewRequested, RenewedByPartner, RenewRequestNotAccepted],
            [PartnerOverdue], ByStaffOrPartner, Always,
            To(OverdueRequest), [NotifyOverdue], ClauseSource.Field),
        new("LN-8", [LoanedItemToPatron, MediatedPatronRenewal, RenewRequested, RenewedByPartner, RenewRequestNotAccepted],
            [DueDatePassed], BySystem, Always,
            To(OverdueRequest), [NotifyOverdue], ClauseSource.Field),
        new("LN-9", [PhysicallyReceivedByLibrary, ReceivedNotForLoan, LoanedItemToPatron, MediatedPatronRenewal, RenewRequested, RenewedByPartner, RenewRequestNotAccepted, OverdueRequest],
            [PartnerRecalled], ByStaffOrPartner, Always,
            To(RecalledByPartner), [TellOfRecall], ClauseSource.Field),
        new("LN-10", [ShippedPhysically, ReturnedByPatron, ReturnedItemToPartner],
            [PartnerRecalled, PartnerOverdue], ByStaffOrPartner, Always,
            Stay, [RecordCrossing], ClauseSource.Field),
        new("LN-11", [PhysicallyReceivedByLibrary, ReceivedNotForLoan],
            [PartnerOverdue], ByStaffOrPartner, Always,
            Stay, [AlertOverdueOnShelf], ClauseSource.Field),
        new("LN-12", OnLoan, [ReturnAtBranch], ByStaff, BranchElsewhere, To(ReturnedByPatron), [DischargeLoan, TransitToLibrary], ClauseSource.Document),
        new("LN-13", [.. OnLoan, ReturnedByPatron],
            [ReturnToPartner, ScanIn], ByStaff, Always,
            To(ReturnedItemToPartner), [DischargeLoan, DeleteTemporaryItemOnceCleared, SendReturned], ClauseSource.Document),
        new("LN-14", [ShippedPhysically, PhysicallyReceivedByLibrary, ReceivedNotForLoan, .. OnLoan, ReturnedByPatron, ReturnedItemToPartner],
            [ReportLost], ByStaff, Always,
            To(LostCommunicated), [SendLost], ClauseSource.Field),
        new("LN-15", [PhysicallyReceivedByLibrary, ReceivedNotForLoan, .. OnLoan, ReturnedByPatron],
            [ReportDamaged], ByStaff, Always,
            To(DamagedCommunicated), [SendDamagedNote], ClauseSource.Field),
        new("LN-16", [LostCommunicated, DeclaredLostByPartner], [PayLostFee], ByStaff, Always, To(LostAndFeePaid), [], ClauseSource.Field),
        new("LN-17", [LostCommunicated, DeclaredLostByPartner, LostAndFeePaid, DamagedCommunicated],
            [ReturnToPartner], ByStaff, Always,
            To(ReturnedItemToPartner), [DischargeLoan, DeleteTemporaryItemOnceCleared, SendReturned], ClauseSource.Field),
        new("LN-18", PostShip - [LostAndFeePaid],
            [PartnerDeclaredLost], ByStaffOrPartner, Always,
            To(DeclaredLostByPartner), [AlertDeclaredLost], ClauseSource.Field),
        new("LN-19", [LostCommunicated, DeclaredLostByPartner, LostAndFeePaid, DamagedCommunicated],
            [PartnerCompletedWithoutReturn], ByStaffOrPartner, Always,
            To(RequestCompleted), [DeleteTemporaryItem], ClauseSource.Field),
        new("LN-20", [OverdueRequest, RecalledByPartner, .. Trouble], [PartnerOverdue], ByStaffOrPartner, Always, Stay, [], ClauseSource.Field),
        new("LN-21", [RecalledByPartner, .. Trouble], [PartnerRecalled], ByStaffOrPartner, Always, Stay, [], ClauseSource.Field),
        new("LN-22", [LostAndFeePaid], [PartnerDeclaredLost], ByStaffOrPartner, Always, Stay, [], ClauseSource.Field),
        new("LN-23", PostShip - Trouble, [PartnerCompletedWithoutReturn], ByStaffOrPartner, Always, To(RequestCompleted), [As("RE-2")], ClauseSource.Field),
        new("LN-24", [OverdueRequest, RecalledByPartner],
            [PartnerRefusedRenewal], ByStaffOrPartner, Always,
            Stay, [NotifyRenewalRefused], ClauseSource.Field),
        new("LN-25", [ShippedPhysically, PhysicallyReceivedByLibrary, ReceivedNotForLoan, RecalledByPartner, ReturnedByPatron, ReturnedItemToPartner],
            [PartnerRenewed], ByStaffOrPartner, Always,
            Stay, [SetLenderDueDate, AlertRenewedAfterRecall], ClauseSource.Field),
    ];
}
