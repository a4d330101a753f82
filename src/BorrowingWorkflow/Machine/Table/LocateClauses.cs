using static BorrowingWorkflow.Engine.Steps;
using static BorrowingWorkflow.Machine.ActorSets;
using static BorrowingWorkflow.Machine.Guards;
using static BorrowingWorkflow.Machine.Target;
using static BorrowingWorkflow.Machine.Trigger;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Machine.Table;

/// <summary>Locate: from the first look for holders to a rota.</summary>
internal static class LocateClauses
{
    public static IReadOnlyList<Transition> Rows { get; } =
    [
        new("LO-1", [LocateInProcess], [RotaBuilt], BySystem, RotaIsUsable, To(ReadyToBeSent), [ActivateFirstEntry, SendRequest], ClauseSource.Document),
        new("LO-2", [LocateInProcess], [LocateFoundNothing], BySystem, EmptyRotaCancels, To(CancelledByStaff), [SuggestIll], ClauseSource.Document),
        new("LO-3", [LocateInProcess], [LocateFoundNothing], BySystem, !EmptyRotaCancels, To(LocateFailed), [], ClauseSource.Field),
        new("LO-4", [LocateInProcess], [CancelByPatron], ByPatron, Always, To(LocateFailed), [StopLocate], ClauseSource.Document),
        new("LO-5", [LocateInProcess], [CancelByStaff], ByStaff, Always, To(LocateFailed), [StopLocate], ClauseSource.Document),
        new("LO-6", [LocateInProcess], [LocateInterrupted], BySystem, Always, Stay, [RetryLocateOrAlert], ClauseSource.Document),
        new("LO-7", [LocateInProcess, LocateFailed],
            [Replace], ByStaff, Always,
            To(RequestCompleted), [StopLocate, SubmitReplacement], ClauseSource.Document),
        new("LO-8", [LocateFailed], [Locate], ByStaff, Always, To(LocateInProcess), [StartLocate], ClauseSource.Field),
        new("LO-9", [LocateInProcess], [RotaBuilt], BySystem, !RotaIsUsable & EmptyRotaCancels, To(CancelledByStaff), [SuggestIll], ClauseSource.Document),
        new("LO-10", [LocateInProcess], [RotaBuilt], BySystem, !RotaIsUsable & !EmptyRotaCancels, To(LocateFailed), [AlertBadRota], ClauseSource.Field),
    ];
}
