using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Iso18626.Receiving;

/// <summary>
/// What a supplying agency's message becomes, row by row as in the specification's iso18626.tsv. The rows whose reason decides come first;
/// the first row that fits wins, and the last fits everything.
/// </summary>
internal static class InboundMapping
{
    private const string CancelYes = "reason CancelResponse, answerYesNo Y";
    private const string CancelNo = "reason CancelResponse, answerYesNo N";
    private const string CancelOpen = "reason CancelResponse, no answerYesNo";
    private const string CancelByStatus = "status Cancelled: yes; any other: no";
    private const string RenewOpen = "reason RenewResponse, no answerYesNo";
    private const string RenewByDate = "a later due date: yes; else ReceiveGeneralMessage";
    private const string StatusAnswer = "reason StatusRequestResponse";

    private static readonly ReasonForMessage Cancel = ReasonForMessage.CancelResponse;
    private static readonly ReasonForMessage Renew = ReasonForMessage.RenewResponse;
    private static readonly ReasonForMessage Asked = ReasonForMessage.StatusRequestResponse;

    public static IReadOnlyList<InboundRow> Rows { get; } =
    [
        new("reason RenewResponse, answerYesNo Y", "", m => m.Reason == Renew && m.Yes, Trigger.PartnerRenewed),
        new("reason RenewResponse, answerYesNo N", "", m => m.Reason == Renew && m.No, Trigger.PartnerRefusedRenewal),
        new(RenewOpen, RenewByDate, m => m.Reason == Renew && m.ExtendsLoan, Trigger.PartnerRenewed),
        new(RenewOpen, RenewByDate, m => m.Reason == Renew, Trigger.ReceiveGeneralMessage),

        new(CancelYes, "", m => m.Reason == Cancel && m.Yes, Trigger.PartnerAcceptedCancel),
        new(CancelNo, "", m => m.Reason == Cancel && m.No && m.Status == SupplyStatus.Loaned, Trigger.PartnerRefusedCancel, Trigger.PartnerShipped),
        new(CancelNo, "", m => m.Reason == Cancel && m.No, Trigger.PartnerRefusedCancel),
        new(CancelOpen, CancelByStatus, m => m.Reason == Cancel && m.Status == SupplyStatus.Cancelled, Trigger.PartnerAcceptedCancel),
        new(CancelOpen, CancelByStatus, m => m.Reason == Cancel && m.Status == SupplyStatus.Loaned, Trigger.PartnerRefusedCancel, Trigger.PartnerShipped),
        new(CancelOpen, CancelByStatus, m => m.Reason == Cancel, Trigger.PartnerRefusedCancel),

        new("reason Notification", "any status", m => m.Reason == ReasonForMessage.Notification, Trigger.ReceiveGeneralMessage),

        new(StatusAnswer, "", m => m.Reason == Asked && m.SaysItHasRequest && m.SendIsUnknown, Trigger.Sent),
        new(StatusAnswer, "", m => m.Reason == Asked && m.SendIsUnknown, Trigger.PartnerAcknowledged, Trigger.ReceiveGeneralMessage),
        new(StatusAnswer, "", m => m.Reason == Asked && m.SaysItHasRequest && m.IsAtThisPartner, Trigger.PartnerAcknowledged),
        new(StatusAnswer, "", m => m.Reason == Asked, Trigger.ReceiveGeneralMessage),

        Row(SupplyStatus.RequestReceived, Trigger.PartnerAcknowledged),
        Row(SupplyStatus.ExpectToSupply, Trigger.PartnerAccepted),
        Row(SupplyStatus.WillSupply, "no condition, no cost", m => !m.HasTerms, Trigger.PartnerWillSupply),
        Row(SupplyStatus.WillSupply, "a loan condition or an offered cost", m => m.HasTerms, Trigger.PartnerSetCondition),
        Row(SupplyStatus.RetryPossible, Trigger.PartnerRetryPossible),
        Row(
            SupplyStatus.Unfilled, "the note begins DUPLICATE (Alma) or reasonUnfilled Duplicate, and the send's outcome is unknown",
            m => m.SaysDuplicate && m.SendIsUncertain, Trigger.Sent),
        Row(SupplyStatus.Unfilled, "reasonUnfilled or the note says expired", m => m.SaysExpired, Trigger.PartnerExpired),
        new("status Unfilled or Cancelled", "the request is ShippedPhysically", IsTakenBack, Trigger.PartnerUnshipped),
        Row(SupplyStatus.Unfilled, Trigger.PartnerRejected),
        Row(SupplyStatus.Loaned, "", m => m.ExtendsLoan && m.Request.Status == BorrowingStatus.OverdueRequest, Trigger.PartnerRenewed),
        Row(SupplyStatus.Loaned, Trigger.PartnerShipped),
        Row(SupplyStatus.CopyCompleted, Trigger.PartnerShippedDigitally),
        Row(SupplyStatus.Overdue, Trigger.PartnerOverdue),
        Row(SupplyStatus.Recalled, Trigger.PartnerRecalled),
        Row(SupplyStatus.Cancelled, "reason is not CancelResponse", _ => true, Trigger.PartnerCancelled),
        Row(SupplyStatus.LoanCompleted, Trigger.PartnerCheckedIn),
        Row(SupplyStatus.CompletedWithoutReturn, Trigger.PartnerCompletedWithoutReturn),
        new("status HoldReturn or ReleaseHoldReturn", "", SaysWhetherToReturn, Trigger.ReceiveGeneralMessage),

        new("anything else well-formed", "", _ => true, Trigger.ReceiveGeneralMessage),
    ];

    /// <summary>The row that a message is. There always is one.</summary>
    public static InboundRow RowOf(Inbound inbound)
    {
        foreach (var row in Rows)
        {
            if (row.Fits(inbound))
            {
                return row;
            }
        }

        throw new InvalidOperationException("The last row fits every message.");
    }

    /// <summary>What a message says to the workflow.</summary>
    /// <param name="message">The message as the standard would have it.</param>
    /// <param name="original">The message as it came, which the history keeps.</param>
    /// <param name="request">The request as it stands.</param>
    /// <param name="partner">The sender's code.</param>
    /// <param name="messageId">What makes it the same message.</param>
    public static WorkflowInput Map(
        SupplyingAgencyMessage message, Iso18626Message original, BorrowingRequest request, string partner, string messageId)
    {
        var inbound = new Inbound(message, request, partner);
        var row = RowOf(inbound);
        var data = InboundData.Of(inbound, original, row);
        return new()
        {
            Request = request.Id,
            Trigger = row.Trigger,
            AndThen = row.AndThen,
            By = row.Trigger == Trigger.Sent ? Actor.System : Actor.Partner,
            MessageId = row.Trigger == Trigger.Sent ? MessageIds.OfSystem(messageId) : messageId,
            Partner = partner,
            IfRevision = inbound.LooksAtRequest ? request.Revision : null,
            Data = data,
        };
    }

    /// <summary>True of a message that may let conclude, while a send's fate is not known, that the partner has the request.</summary>
    public static bool MayTellOutcome(SupplyingAgencyMessage message) =>
        message.MessageInfo.ReasonForMessage == Asked || message.StatusInfo.Status == SupplyStatus.Unfilled;

    private static bool IsTakenBack(Inbound m) =>
        (m.StatusCounts(SupplyStatus.Unfilled) || m.StatusCounts(SupplyStatus.Cancelled)) && m.Request.Status == BorrowingStatus.ShippedPhysically;

    private static bool SaysWhetherToReturn(Inbound m) => m.StatusCounts(SupplyStatus.HoldReturn) || m.StatusCounts(SupplyStatus.ReleaseHoldReturn);

    private static InboundRow Row(SupplyStatus status, Trigger trigger) => Row(status, "", _ => true, trigger);

    private static InboundRow Row(SupplyStatus status, string condition, Predicate<Inbound> fits, Trigger trigger) =>
        new($"status {status}", condition, m => m.StatusCounts(status) && fits(m), trigger);
}
