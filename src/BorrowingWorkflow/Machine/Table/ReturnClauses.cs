using static BorrowingWorkflow.Engine.Steps;
using static BorrowingWorkflow.Machine.ActorSets;
using static BorrowingWorkflow.Machine.Guards;
using static BorrowingWorkflow.Machine.StatusGroups;
using static BorrowingWorkflow.Machine.Target;
using static BorrowingWorkflow.Machine.Trigger;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Machine.Table;

/// <summary>Return: back to the lender.</summary>
internal static class ReturnClauses
{
    public static IReadOnlyList<Transition> Rows { get; } =
    [
        new("RE-1", [ReturnedItemToPartner], [PartnerCheckedIn], ByStaffOrPartner, Always, To(RequestCompleted), [], ClauseSource.Document),
        new("RE-2", PostShip - [ReturnedItemToPartner],
            [PartnerCheckedIn], ByStaffOrPartner, Always,
            To(RequestCompleted), [RecordSkippedSteps, LeaveTemporaryItem], ClauseSource.Document),
        new("RE-3", [ReturnedItemToPartner],
            [UndoReturn], ByStaff, Always,
            Restore(Memory.Return), [RestoreTemporaryItem, RestoreLoan, SendReturnUndoneNote, RearmRestored], ClauseSource.Field),
        new("RE-4", [ReturnedItemToPartner], [ReturnToPartner], ByStaff, VolumesOutstanding, Stay, [SendReturned, RecordVolumes], ClauseSource.Field),
    ];
}
