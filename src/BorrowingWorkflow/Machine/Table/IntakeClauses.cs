using static BorrowingWorkflow.Engine.Steps;
using static BorrowingWorkflow.Machine.ActorSets;
using static BorrowingWorkflow.Machine.Guards;
using static BorrowingWorkflow.Machine.Target;
using static BorrowingWorkflow.Machine.Trigger;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Machine.Table;

/// <summary>Intake: drafts, submissions and what the intake rules object to.</summary>
internal static class IntakeClauses
{
    public static IReadOnlyList<Transition> Rows { get; } =
    [
        new("IN-1", [None], [Submit], ByPatronOrStaff, IntakePasses, To(LocateInProcess), [StartLocate], ClauseSource.Document),
        new("IN-2", [None], [Submit], ByPatronOrStaff, ApprovalRequired, To(PendingApproval), [], ClauseSource.Field),
        new("IN-3", [None], [Submit], ByPatronOrStaff, LocallyHeld, To(LocalHolding), [], ClauseSource.Field),
        new("IN-4", [None], [Submit], ByPatronOrStaff, CitationInsufficient, To(BadCitation), [], ClauseSource.Field),
        new("IN-5", [None], [SaveDraft], ByStaff, Always, To(Created), [], ClauseSource.Field),
        new("IN-6", [Created, PendingApproval, LocalHolding, BadCitation], [Locate], ByStaff, Always, To(LocateInProcess), [StartLocate], ClauseSource.Field),
        new("IN-7", [None], [Submit], ByPatronOrStaff, PossibleDuplicate, To(PendingApproval), [AlertPossibleDuplicate], ClauseSource.Field),
        new("IN-8", [None], [Import], BySystem, Always, TheImportedStatus, [RecordImported], ClauseSource.Field),
    ];
}
