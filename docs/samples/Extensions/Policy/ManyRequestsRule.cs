using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Samples.Policy;

#region docs:rule
/// <summary>Wants a person's yes where the patron has ten requests open already. Safe for any number of threads.</summary>
public sealed class ManyRequestsRule(IRequestReader requests) : IIntakeRule
{
    private const int Most = 10;

    public IntakeObjection Objection => IntakeObjection.ApprovalRequired;

    public async ValueTask<bool> ObjectsAsync(RequestId request, Submission submission, CancellationToken cancellationToken = default)
    {
        var open = new RequestQuery { Statuses = StatusGroups.NotFinal, Library = submission.Library, Patron = submission.Patron.Id };
        var page = await requests.ListAsync(open, limit: Most + 1, cancellationToken: cancellationToken);
        return page.Requests.Count(other => other.Id != request) >= Most;
    }
}
#endregion
