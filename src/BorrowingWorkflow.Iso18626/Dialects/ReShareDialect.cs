using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Sending;

namespace BorrowingWorkflow.Iso18626.Dialects;

/// <summary>
/// What ReShare does otherwise. It takes a condition for accepted by a code in the note, and reads sequence numbers out of notes: one that
/// staff quote from a lender's note would be taken for ours.
/// </summary>
/// <remarks>A condition that is not accepted needs no code: the workflow sends the cancellation that ReShare waits for by itself (AP-8, AP-9).</remarks>
internal sealed class ReShareDialect : Dialect
{
    private const string Agree = "#ReShareLoanConditionAgreeResponse#";

    public override string Name => "reshare";

    public override MessageBody Rewrite(MessageBody message) => message switch
    {
        RequestingAgencyMessage { Note: OutboundMapping.YesNote } yes => yes with { Note = Agree },
        RequestingAgencyMessage { Note: { } note } noted => noted with { Note = NoteMarks.Sequence().Replace(note, "") },
        _ => message,
    };

    /// <summary>Takes the status off Notifications, in which ReShare always writes RequestReceived, and its marks off notes.</summary>
    public override SupplyingAgencyMessage PutRight(SupplyingAgencyMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var right = NoteMarks.TakeOff(message);
        return message.MessageInfo.ReasonForMessage == ReasonForMessage.Notification && message.StatusInfo.Status == SupplyStatus.RequestReceived
            ? right with { StatusInfo = message.StatusInfo with { Status = default } }
            : right;
    }
}
