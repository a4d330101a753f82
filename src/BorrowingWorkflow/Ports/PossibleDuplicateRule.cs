using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Ports;

/// <summary>Objects where the patron has an open request for the same title. Safe for any number of threads.</summary>
/// <remarks>
/// <para>The same title shares an identifier (ISBN, ISSN, OCLC number, DOI, however they are written) or, where both lack one, title and
/// author. Two articles of one journal are two titles. Closed requests do not count: who cancelled one may ask again.</para>
/// <para>A submission that overrides the duplicate passes. So does the replacement of a request.</para>
/// </remarks>
public sealed class PossibleDuplicateRule : IIntakeRule
{
    private const int PageSize = 100;

    private readonly IRequestReader _requests;

    /// <summary>Makes a rule that looks among the requests of a store.</summary>
    public PossibleDuplicateRule(IRequestReader requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        _requests = requests;
    }

    /// <inheritdoc/>
    public IntakeObjection Objection => IntakeObjection.PossibleDuplicate;

    /// <inheritdoc/>
    public async ValueTask<bool> ObjectsAsync(RequestId request, Submission submission, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (submission.OverrideDuplicate || CitationMatch.Keys(submission.Citation).Count == 0)
        {
            return false;
        }

        var query = new RequestQuery { Patron = submission.Patron.Id, Statuses = StatusGroups.NotFinal };
        string? next = null;
        do
        {
            var page = await _requests.ListAsync(query, PageSize, next, cancellationToken).ConfigureAwait(false);
            foreach (var summary in page.Requests)
            {
                if (summary.Id != request
                    && await _requests.FindAsync(summary.Id, cancellationToken).ConfigureAwait(false) is { } other
                    && other.ReplacedBy != request
                    && CitationMatch.SameTitle(submission.Citation, other.Citation))
                {
                    return true;
                }
            }

            next = page.Next;
        }
        while (next is not null);

        return false;
    }
}
