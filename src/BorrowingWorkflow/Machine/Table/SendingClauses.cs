using static BorrowingWorkflow.Engine.Steps;
using static BorrowingWorkflow.Machine.ActorSets;
using static BorrowingWorkflow.Machine.Guards;
using static BorrowingWorkflow.Machine.StatusGroups;
using static BorrowingWorkflow.Machine.Target;
using static BorrowingWorkflow.Machine.Trigger;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Machine.Table;

/// <summary>Sending: the request is on its way to the active partner.</summary>
internal static class SendingClauses
{
    public static IReadOnlyList<Transition> Rows { get; } =
    [
        new("SE-1", [ReadyToBeSent], [Sent], BySystem, AboutActiveSend, To(RequestSentToPartner), [ArmPartnerExpiry], ClauseSource.Document),
        new("SE-2", [ReadyToBeSent], [SendFailed], BySystem, AboutActiveSend & NotDelivered, Stay, [RetrySendOrAlert], ClauseSource.Document),
        new("SE-3", [ReadyToBeSent], [Send], ByStaff, Always, Stay, [SendOrAskNow], ClauseSource.Document),
        new("SE-4", [ReadyToBeSent],
            [SkipPartner], ByStaff, !ActiveMayHold & AnotherPending,
            Stay, [WithdrawSend, MarkSkipped, ActivateNextEntry, SendRequest], ClauseSource.Field),
        new("SE-5", [ReadyToBeSent],
            [SkipPartner], ByStaff, !ActiveMayHold & !AnotherPending,
            To(RejectedByPartner), [WithdrawSend, MarkSkipped, SuggestIllUnlessKept], ClauseSource.Field),
        new("SE-6", [ReadyToBeSent],
            PartnerAnswers, ByStaffOrPartner, ActiveMayHold,
            AsFrom(RequestSentToPartner), [RecordSentAsImplied], ClauseSource.Field),
        new("SE-7", [ReadyToBeSent], [SendFailed], BySystem, AboutActiveSend & !NotDelivered, Stay, [AskOrRepeatOrAlert], ClauseSource.Document),
        new("SE-8", [ReadyToBeSent],
            [SkipPartner], ByStaff, ActiveMayHold,
            To(WaitingForCancelResponse), [WithdrawSend, SendCancel, ArmCancelResponse, RememberSentThenContinue], ClauseSource.Field),
        new("SE-9", Any, [Sent, SendFailed], BySystem, AboutFormerSend, Stay, [TellCancelUnlessNotDelivered, RecordSentAfterwards], ClauseSource.Field),
        new("SE-10", [ReadyToBeSent],
            [Receive], ByStaff, ActiveMayHold,
            To(PhysicallyReceivedByLibrary), [As("AP-19"), RecordSentAsImplied], ClauseSource.Field),
    ];
}
