using static BorrowingWorkflow.Engine.Steps;
using static BorrowingWorkflow.Machine.ActorSets;
using static BorrowingWorkflow.Machine.Guards;
using static BorrowingWorkflow.Machine.StatusGroups;
using static BorrowingWorkflow.Machine.Target;
using static BorrowingWorkflow.Machine.Trigger;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Machine.Table;

/// <summary>At the partner: what the active partner may answer.</summary>
internal static class AtPartnerClauses
{
    public static IReadOnlyList<Transition> Rows { get; } =
    [
        new("AP-1", AtPartner, [PartnerAcknowledged], ByStaffOrPartner, Always, Stay, [], ClauseSource.Field),
        new("AP-2", [RequestSentToPartner], [PartnerAccepted], ByStaffOrPartner, HasRequestAccepted, To(RequestAccepted), [], ClauseSource.Field),
        new("AP-3", [RequestSentToPartner, RequestAccepted, Conditional],
            [PartnerWillSupply], ByStaffOrPartner, HasWillSupply,
            To(WillSupply), [DisarmPartnerExpiry], ClauseSource.Field),
        new("AP-4", AtPartner, [PartnerSetCondition], ByStaffOrPartner, Always, To(Conditional), [DisarmPartnerExpiry, AlertCondition], ClauseSource.Field),
        new("AP-5", AtPartner, [PartnerRetryPossible], ByStaffOrPartner, Always, To(Conditional), [DisarmPartnerExpiry, AlertRetry], ClauseSource.Field),
        new("AP-6", [Conditional],
            [AcceptCondition], ByStaff, ConditionStands,
            To(RequestSentToPartner), [AnswerConditionYes, ArmPartnerExpiry], ClauseSource.Field),
        new("AP-7", [Conditional], [AcceptCondition], ByStaff, RetryStands, To(ReadyToBeSent), [SendRetry], ClauseSource.Field),
        new("AP-8", [Conditional],
            [DeclineCondition], ByStaff, AnotherPending,
            To(ReadyToBeSent), [AnswerConditionNo, TellCancelIfCondition, MarkDeclined, ActivateNextEntry, SendRequest], ClauseSource.Field),
        new("AP-9", [Conditional],
            [DeclineCondition], ByStaff, !AnotherPending,
            To(RejectedByPartner), [AnswerConditionNo, TellCancelIfCondition, MarkDeclined, SuggestIllUnlessKept], ClauseSource.Field),
        new("AP-10", AtPartner,
            [PartnerRejected], ByStaffOrPartner, AnotherPending,
            To(ReadyToBeSent), [MarkRejectedWithReason, ActivateNextEntry, SendRequestUnlessWaiting], ClauseSource.Document),
        new("AP-11", AtPartner,
            [PartnerRejected], ByStaffOrPartner, !AnotherPending,
            To(RejectedByPartner), [MarkRejectedWithReason, SuggestIllUnlessKept], ClauseSource.Document),
        new("AP-12", [RequestSentToPartner, RequestAccepted],
            [PartnerExpired], ByStaffPartnerOrSystem, AnotherPending,
            To(ReadyToBeSent), [MarkExpired, TellCancel, ActivateNextEntry, SendRequest], ClauseSource.Document),
        new("AP-13", [RequestSentToPartner, RequestAccepted],
            [PartnerExpired], ByStaffPartnerOrSystem, !AnotherPending,
            To(Expired), [MarkExpired, TellCancel, SuggestIllUnlessKept], ClauseSource.Document),
        new("AP-14", AtPartner,
            [PartnerShipped], ByStaffOrPartner, Always,
            To(ShippedPhysically), [MarkShipped, DisarmPartnerExpiry, CreateTemporaryItem], ClauseSource.Document),
        new("AP-15", AtPartner,
            [PartnerShippedDigitally], ByStaffOrPartner, Always,
            To(ShippedDigitally), [MarkShipped, DisarmPartnerExpiry], ClauseSource.Field),
        new("AP-16", AtPartner,
            [PartnerCancelled], ByStaffOrPartner, AnotherPending,
            To(ReadyToBeSent), [MarkCancelled, ActivateNextEntry, SendRequestUnlessWaiting], ClauseSource.Field),
        new("AP-17", AtPartner,
            [PartnerCancelled], ByStaffOrPartner, !AnotherPending,
            To(CancelledByPartner), [MarkCancelled, SuggestIll], ClauseSource.Field),
        new("AP-18", AtPartner,
            [SkipPartner], ByStaff, Always,
            To(WaitingForCancelResponse), [SendCancel, ArmCancelResponse, RememberStatusThenContinue], ClauseSource.Field),
        new("AP-19", AtPartner, [Receive], ByStaff, Always, To(PhysicallyReceivedByLibrary), [As("SH-1"), RecordShippedAsSkipped], ClauseSource.Field),
        new("AP-20", [RequestAccepted, WillSupply, Conditional], [PartnerAccepted], ByStaffOrPartner, Always, Stay, [], ClauseSource.Field),
        new("AP-21", [WillSupply], [PartnerWillSupply], ByStaffOrPartner, Always, Stay, [], ClauseSource.Field),
        new("AP-22", [RequestSentToPartner], [PartnerAccepted], ByStaffOrPartner, !HasRequestAccepted, Stay, [], ClauseSource.Field),
        new("AP-23", [RequestSentToPartner, RequestAccepted],
            [PartnerWillSupply], ByStaffOrPartner, !HasWillSupply,
            Stay, [DisarmPartnerExpiry], ClauseSource.Field),
        new("AP-24", [Conditional],
            [PartnerWillSupply], ByStaffOrPartner, !HasWillSupply,
            To(RequestSentToPartner), [DisarmPartnerExpiry], ClauseSource.Field),
        new("AP-25", [WillSupply, Conditional],
            [PartnerExpired], ByStaffOrPartner, AnotherPending,
            To(ReadyToBeSent), [MarkExpired, ActivateNextEntry, SendRequest], ClauseSource.Field),
        new("AP-26", [WillSupply, Conditional],
            [PartnerExpired], ByStaffOrPartner, !AnotherPending,
            To(Expired), [MarkExpired, SuggestIllUnlessKept], ClauseSource.Field),
    ];
}
