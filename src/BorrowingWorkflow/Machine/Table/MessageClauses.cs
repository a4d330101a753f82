using static BorrowingWorkflow.Engine.Steps;
using static BorrowingWorkflow.Machine.ActorSets;
using static BorrowingWorkflow.Machine.Guards;
using static BorrowingWorkflow.Machine.StatusGroups;
using static BorrowingWorkflow.Machine.Target;
using static BorrowingWorkflow.Machine.Trigger;

namespace BorrowingWorkflow.Machine.Table;

/// <summary>Messages, notes and edits, which never move a request.</summary>
internal static class MessageClauses
{
    public static IReadOnlyList<Transition> Rows { get; } =
    [
        new("ME-1", Any, [ReceiveGeneralMessage], ByPartner, Always, Stay, [AddMessage, AlertMessage], ClauseSource.Document),
        new("ME-2", Any, [DismissGeneralMessage], ByStaff, MessageStands, Stay, [DismissMessages], ClauseSource.Document),
        new("ME-3", Any, [SendGeneralMessage], ByStaff, HasHadPartner, Stay, [SendNote], ClauseSource.Field),
        new("ME-4", Any, [AddNote], ByStaff, Always, Stay, [AddNoteToRequest], ClauseSource.Document),
        new("ME-5", Any, [DismissNote], ByStaff, NoteStands, Stay, [DismissNotes], ClauseSource.Document),
        new("ME-6", Any, [ChangePartnerOrder], ByStaff, OnlyPendingMove, Stay, [ReorderRota], ClauseSource.Field),
        new("ME-7", NotFinal, [EditRequest], ByStaff, CitationMayChange, Stay, [ApplyEdit], ClauseSource.Field),
        new("ME-8", Any, [Assign], ByStaff, Always, Stay, [SetAssignee], ClauseSource.Field),
    ];
}
