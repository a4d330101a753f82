using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>Loans, renewals, overdue and lost items.</summary>
internal static class LoanDetectors
{
    public static readonly Detector Mismatch = new(
        new AnomalyRule(
            "loan-status-mismatch",
            AnomalySeverity.Error,
            "Loan and status disagree",
            "PhysicallyReceivedByLibrary and process type is Loan; or @OnLoan (RecalledByPartner only after a Loan) and process type is not Loan",
            "Put the status or the loan right.")
        {
            Statuses = [PhysicallyReceivedByLibrary, .. StatusGroups.OnLoan],
            Inputs = AnomalyInputs.Item,
            Remedies = [Trigger.Loan, Trigger.ReturnToPartner],
        },
        static (subject, _) =>
        {
            var lent = subject.Items.Contains(ProcessType.Loan);
            if (subject.Summary.Status == PhysicallyReceivedByLibrary)
            {
                return lent ? $"{subject.Summary.Status.Label()}, but the catalogue has the item on loan." : null;
            }

            // A recall on the shelf is followed by no loan.
            if (lent || (subject.Summary.Status == RecalledByPartner && !subject.Snapshot.OnLoan && !subject.Snapshot.Facts.Done.HasFlag(LifeSteps.Loaned)))
            {
                return null;
            }

            return subject.Items.Count == 0
                ? $"{subject.Summary.Status.Label()}, but the catalogue has no temporary item."
                : $"{subject.Summary.Status.Label()}, but the catalogue has the item {ItemWords.List(subject.Items)}.";
        });

    public static readonly Detector DueDateConflict = new(
        new AnomalyRule(
            "due-date-conflict",
            AnomalySeverity.Warning,
            "Patron's due date after the lender's",
            "the patron's due date is later than the lender's",
            "Shorten the loan or ask for a renewal.")
        {
            Statuses = StatusGroups.OnLoan,
            Inputs = AnomalyInputs.Age,
            Remedies = [Trigger.RequestRenewal, Trigger.ForwardRenewal],
        },
        static (subject, _) => subject.Snapshot is { PatronDueDate: { } patron, LenderDueDate: { } lender } && patron > lender
            ? $"The patron's loan ends on {Words.Moment(patron)}, the lender's on {Words.Moment(lender)}."
            : null);

    public static readonly Detector RenewalWaiting = new(
        new AnomalyRule(
            "renewal-waiting",
            AnomalySeverity.Warning,
            "Renewal waiting",
            "MediatedPatronRenewal or RenewRequested and the due date is within 3 days or past",
            "Forward, or ask the lender.")
        {
            Statuses = [MediatedPatronRenewal, RenewRequested],
            Inputs = AnomalyInputs.Age,
            Remedies = [Trigger.ForwardRenewal, Trigger.DeclineRenewal, Trigger.SendGeneralMessage],
        },
        static (subject, settings) => subject.Summary.DueDate is { } due && due <= subject.Now + settings.RenewalDue
            ? $"Due on {Words.Moment(due)}, and the renewal is not answered. {Words.InStatus(subject)}"
            : null);

    public static readonly Detector OverdueNotLost = Detector.ForAge(
        new AnomalyRule(
            "overdue-not-lost",
            AnomalySeverity.Warning,
            "Long overdue, not lost",
            "OverdueRequest for more than 14 days",
            "Report lost and bill.")
        { Remedies = [Trigger.ReportLost, Trigger.ReturnToPartner] },
        [OverdueRequest],
        static settings => settings.OverdueNotLost);

    public static readonly Detector LostNotSettled = Detector.ForAge(
        new AnomalyRule(
            "lost-not-settled",
            AnomalySeverity.Warning,
            "Lost, not settled",
            "LostCommunicated or DeclaredLostByPartner for more than 90 days",
            "Settle and complete.")
        { Remedies = [Trigger.PayLostFee, Trigger.Complete] },
        [LostCommunicated, DeclaredLostByPartner],
        static settings => settings.LostNotSettled);

    public static readonly Detector RecalledNotReturned = Detector.ForAge(
        new AnomalyRule(
            "recalled-not-returned",
            AnomalySeverity.Warning,
            "Recalled, not returned",
            "RecalledByPartner for more than 7 days",
            "Get it back.")
        { Remedies = [Trigger.ReturnToPartner] },
        [RecalledByPartner],
        static settings => settings.RecalledNotReturned);

    public static IReadOnlyList<Detector> All { get; } = [Mismatch, DueDateConflict, RenewalWaiting, OverdueNotLost, LostNotSettled, RecalledNotReturned];
}
