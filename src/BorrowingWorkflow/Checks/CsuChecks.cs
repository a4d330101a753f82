using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Checks;

/// <summary>The rows csu of checks.tsv.</summary>
internal static class CsuChecks
{
    private static readonly CheckRow Row = new("csu");

    public static readonly CheckPolicy ActiveNotes =
        Row.With(RequestTraits.ActiveNote, "active-notes", CheckCadence.Daily, "Active notes", "flag: at least one active note (any status)", RequestOrder.OldestNote,
        "Read the note, act on it, dismiss it.", Trigger.DismissNote);

    public static readonly CheckPolicy ActiveMessages =
        Row.With(RequestTraits.ActiveMessage, "active-general-messages", CheckCadence.Daily, "Active general messages", "flag: at least one active general message (any status)", RequestOrder.OldestMessage,
        "Lenders write instead of rejecting (bad rota, e-book, article). Answer, re-request, refer to ILL, cancel or ask the lender to reject, as suits the patron; then dismiss.", Trigger.SendGeneralMessage, Trigger.Resubmit, Trigger.CancelByStaff, Trigger.DismissGeneralMessage);

    public static readonly CheckPolicy[] All =
    [
        ActiveNotes,
        ActiveMessages,
        Row.In(ReadyToBeSent, "ready-to-be-sent", CheckCadence.Daily, "Ready to be sent", RequestOrder.LongestInStatus,
            "It should leave by itself. Send it. If it stays, the lender's library or location configuration is the likely cause: contact them.", Trigger.Send, Trigger.SkipPartner, Trigger.CancelByStaff),
        Row.In(ReturnedByPatron, "returned-by-patron", CheckCadence.Daily, "Returned by patron", RequestOrder.LongestInStatus,
            "In transit from a branch; scan it in at the resource sharing library.", Trigger.ScanIn, Trigger.ReturnToPartner, Trigger.ReportLost),
        Row.In(LocateFailed, "locate-failed", CheckCadence.Daily, "Locate failed", RequestOrder.LongestInStatus,
            "Rare. See the history for the cause; submit again if it was a mistake, then complete this one.", Trigger.Replace, Trigger.Locate, Trigger.Complete),
        Row.In(LocateInProcess, "locate-in-process", CheckCadence.Daily, "Locate in process", RequestOrder.LongestInStatus,
            "Normally seconds. Create a new request and complete this one.", Trigger.Replace, Trigger.Complete),
        Row.In(WaitingForCancelResponse, "waiting-for-cancel-response", CheckCadence.Daily, "Waiting for cancel response", RequestOrder.LongestInStatus,
            "The lender has not answered the cancellation. Ask again, or close it.", Trigger.ResendCancel, Trigger.SendGeneralMessage, Trigger.ForceCancel),
        Row.In(ShippedPhysically, "shipped-physically", CheckCadence.Weekly, "Shipped physically", RequestOrder.LongestInStatus,
            "In transit to you. Look on the shelves and ask the lender about old ones.", Trigger.Receive, Trigger.SendGeneralMessage, Trigger.ReportLost),
        Row.In(RequestSentToPartner, "request-sent-to-partner", CheckCadence.Weekly, "Request sent to partner", RequestOrder.LongestInStatus,
            "Under consideration. Old ones: has the partner's time run out?", Trigger.SkipPartner, Trigger.SendGeneralMessage),
        Row.In(ReturnedItemToPartner, "returned-to-partner", CheckCadence.Weekly, "Returned to partner", RequestOrder.LongestInStatus,
            "In transit to the lender. Ask about old ones.", Trigger.SendGeneralMessage, Trigger.ReportLost, Trigger.Complete),
        Row.Of("request-completed", CheckCadence.Monthly, "Request completed", "status RequestCompleted, entered since the last run of this check, joined with the anomaly scan", CompletedSinceLastRun, RequestOrder.Newest,
            "Find those that were not returned properly: run the completed-not-closed detectors.", Trigger.ScanIn, Trigger.RemoveTemporaryItem),
    ];

    private static CheckSelection CompletedSinceLastRun(CheckContext context) =>
        new(new RequestQuery { Statuses = [RequestCompleted], EnteredAfter = context.LastRun });
}
