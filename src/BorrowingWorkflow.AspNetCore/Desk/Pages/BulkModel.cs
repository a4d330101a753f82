using BorrowingWorkflow.AspNetCore.Desk.Actions;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>Requests that were chosen to be moved at once.</summary>
/// <param name="Requests">The requests as they stood when they were chosen.</param>
/// <param name="Permitted">What is permitted on all of them.</param>
/// <param name="Trigger">What was chosen; null where that is still to be done.</param>
/// <param name="Return">The queue that they were chosen in.</param>
internal sealed record BulkModel(IReadOnlyList<BorrowingRequest> Requests, IReadOnlyList<Trigger> Permitted, Trigger? Trigger, string Return)
{
    public ActionForm Form => Trigger is { } trigger ? ActionForm.Of(trigger) : new([]);
}

/// <summary>What became of one of them.</summary>
/// <param name="Request">The request.</param>
/// <param name="Status">Where it stands; null where it is gone.</param>
/// <param name="Outcome">The outcome's name in the texts.</param>
internal sealed record BulkOutcome(RequestId Request, BorrowingStatus? Status, string Outcome);
