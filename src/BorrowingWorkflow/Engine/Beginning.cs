using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>The request that a decision starts from.</summary>
internal static class Beginning
{
    /// <summary>A copy of what is stored, or a new request where nothing is, or where an import takes it over afresh.</summary>
    public static BorrowingRequest Of(BorrowingRequest? before, WorkflowInput input, DecisionContext context) =>
        before is null ? New(input, context) : IsImportedAgain(before, input) ? Afresh(before, input, context) : before.Copy();

    private static BorrowingRequest New(WorkflowInput input, DecisionContext context)
    {
        var request = new BorrowingRequest { Id = input.Request, CreatedAt = context.Now, EnteredAt = context.Now };
        Edits.Fill(request, input.Data);
        return request;
    }

    /// <summary>True where all that is known of the request came by an import, and the sender wants it taken over as it is there now.</summary>
    private static bool IsImportedAgain(BorrowingRequest before, WorkflowInput input) =>
        input is { Trigger: Trigger.Import, AndThen: null, Data.ImportAgain: true }
        && before.Facts.ImportedRevision == before.Revision
        && InputCheck.CreationFault(input) is null;

    /// <summary>The request without anything of the earlier import but its id, its age and its numbers.</summary>
    private static BorrowingRequest Afresh(BorrowingRequest before, WorkflowInput input, DecisionContext context)
    {
        var request = New(input, context);
        request.CreatedAt = before.CreatedAt;
        request.Version = before.Version;
        request.Revision = before.Revision;
        return request;
    }
}
