using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Samples.Policy;

public static class DueSoon
{
    #region docs:check
    /// <summary>Loans that are due within three days, while there is still time to renew them.</summary>
    public static CheckPolicy Check { get; } = new()
    {
        Id = "due-soon",
        Preset = "ours",
        Cadence = CheckCadence.Daily,
        Title = "Due soon",
        Selects = "status LoanedItemToPatron or RenewedByPartner, due within 3 days",
        Select = context =>
        {
            var limit = context.Now.AddDays(3);
            return new(
                new RequestQuery { Statuses = [BorrowingStatus.LoanedItemToPatron, BorrowingStatus.RenewedByPartner] },
                Where: summary => summary.DueDate <= limit);
        },
        Order = RequestOrder.DueDate,
        Advice = "Ask the patron; renew while there is time.",
        Remedies = [Trigger.RequestRenewal, Trigger.ReturnToPartner],
    };
    #endregion
}
