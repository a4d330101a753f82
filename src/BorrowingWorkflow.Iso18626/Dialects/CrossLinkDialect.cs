using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Sending;

namespace BorrowingWorkflow.Iso18626.Dialects;

/// <summary>
/// What CrossLink does otherwise. Conditions are answered by the bare words ACCEPT and REJECT, which it hands on to lenders in their own
/// ways. A request that it has already is an error to it.
/// </summary>
internal sealed class CrossLinkDialect : Dialect
{
    public override string Name => "crosslink";

    public override MessageBody Rewrite(MessageBody message) => message switch
    {
        RequestingAgencyMessage { Note: OutboundMapping.YesNote } yes => yes with { Note = "ACCEPT" },
        RequestingAgencyMessage { Note: OutboundMapping.NoNote } no => no with { Note = "REJECT" },
        _ => message,
    };

    /// <summary>Takes the marks off notes that CrossLink hands on from lenders, or writes itself for those who read notes only.</summary>
    public override SupplyingAgencyMessage PutRight(SupplyingAgencyMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return NoteMarks.TakeOff(message);
    }

    public override bool SaysAlreadyThere(ErrorData problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.ErrorType == ErrorType.UnrecognisedDataValue
            && problem.ErrorValue?.Contains("already exists", StringComparison.OrdinalIgnoreCase) == true;
    }
}
