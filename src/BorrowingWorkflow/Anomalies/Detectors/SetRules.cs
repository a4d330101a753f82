using BorrowingWorkflow.Machine;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>The rules that look at several requests together, or at the outbox as a whole.</summary>
internal static class SetRules
{
    public static readonly AnomalyRule PartnerNeverChecksIn =
        new AnomalyRule(
            "partner-never-checks-in",
            AnomalySeverity.Warning,
            "Partner never checks in",
            "a partner with 5 or more requests in ReturnedItemToPartner for more than 30 days and none completed by PartnerCheckedIn in 90 days",
            "Its workflow profile lacks the checked-in message: tell it.")
        { Statuses = [ReturnedItemToPartner, RequestCompleted], Inputs = AnomalyInputs.Set | AnomalyInputs.Age };

    public static readonly AnomalyRule DuplicateRequest =
        new AnomalyRule(
            "duplicate-request",
            AnomalySeverity.Warning,
            "Duplicate request",
            "two requests that are not final, of the same patron, for the same title by identifier (ISBN, ISSN, OCLC number, DOI) or, where both lack one, by normalised title and author",
            "Cancel one.")
        { Statuses = StatusGroups.NotFinal, Inputs = AnomalyInputs.Set, Remedies = [Trigger.CancelByStaff] };

    public static readonly AnomalyRule MessageUndelivered =
        new AnomalyRule(
            "message-undelivered",
            AnomalySeverity.Error,
            "Message not delivered",
            "a message other than the Request has been undelivered for more than 1 day",
            "Check the connection; write to or phone the partner.")
        { Inputs = AnomalyInputs.Outbox | AnomalyInputs.Age };
}
