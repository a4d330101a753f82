using static BorrowingWorkflow.Engine.Steps;
using static BorrowingWorkflow.Machine.ActorSets;
using static BorrowingWorkflow.Machine.Guards;
using static BorrowingWorkflow.Machine.StatusGroups;
using static BorrowingWorkflow.Machine.Target;
using static BorrowingWorkflow.Machine.Trigger;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Machine.Table;

/// <summary>Supply: shipped, received, on the shelf.</summary>
internal static class SupplyClauses
{
    public static IReadOnlyList<Transition> Rows { get; } =
    [
        new("SH-1", [ShippedPhysically],
            [Receive], ByStaff, Always,
            To(PhysicallyReceivedByLibrary), [SendReceived, CreateTemporaryItemIfNone, PlaceReceivedItem], ClauseSource.Document),
        new("SH-2", [ShippedPhysically], [ReceiveNotForLoan], ByStaff, Always, To(ReceivedNotForLoan), [As("SH-1")], ClauseSource.Field),
        new("SH-3", [ShippedPhysically],
            [PartnerUnshipped], ByStaffOrPartner, AnotherPending,
            To(ReadyToBeSent), [MarkRejected, DeleteTemporaryItem, ActivateNextEntry, SendRequest], ClauseSource.Field),
        new("SH-4", [ShippedPhysically],
            [PartnerUnshipped], ByStaffOrPartner, !AnotherPending,
            To(RejectedByPartner), [MarkRejected, DeleteTemporaryItem, SuggestIllUnlessKept], ClauseSource.Field),
        new("SH-5", [ShippedDigitally],
            [ReceiveDigitally], ByStaffOrSystem, Always,
            To(DigitallyReceivedByLibrary), [SendReceived, DeliverFile], ClauseSource.Field),
        new("SH-6", [DigitallyReceivedByLibrary], [DigitalDelivered], ByStaffOrSystem, Always, To(RequestCompleted), [NotifyArrived], ClauseSource.Field),
        new("SH-7", [PhysicallyReceivedByLibrary, ReceivedNotForLoan],
            [ArrivedAtPickup], ByStaff, InTransitToPickup,
            Stay, [PlaceOnHoldShelf, ArmHoldExpiry, NotifyArrived], ClauseSource.Document),
        new("SH-8", [PhysicallyReceivedByLibrary], [Loan], ByStaff, Always, To(LoanedItemToPatron), [ArmDueDate], ClauseSource.Document),
        new("SH-9", [PhysicallyReceivedByLibrary], [HoldExpired], BySystem, Always, Stay, [AlertHoldExpired], ClauseSource.Field),
        new("SH-10", [PhysicallyReceivedByLibrary, ReceivedNotForLoan],
            [ReturnToPartner], ByStaff, Always,
            To(ReturnedItemToPartner), [DeleteTemporaryItem, SendReturned], ClauseSource.Field),
        new("SH-11", PostShip, [PartnerShipped], ByStaffOrPartner, Always, Stay, [TakeShipment, ShippedIsNotSkipped], ClauseSource.Field),
        new("SH-12", [ShippedDigitally, DigitallyReceivedByLibrary],
            [PartnerShippedDigitally], ByStaffOrPartner, Always,
            Stay, [DeliverOneMoreFile], ClauseSource.Field),
        new("SH-13", [PhysicallyReceivedByLibrary, ReceivedNotForLoan],
            [Receive], ByStaff, VolumesOutstanding,
            Stay, [SendReceived, RecordVolumes], ClauseSource.Field),
    ];
}
