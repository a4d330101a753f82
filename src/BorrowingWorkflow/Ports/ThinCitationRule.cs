using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>Objects to a citation that nobody could find the item by. Safe for any number of threads.</summary>
/// <remarks>
/// <para>A book needs an identifier (ISBN, ISSN, OCLC number or DOI), or else title and author. An article needs a DOI, or else its title
/// together with an identifier of what it appeared in or with its author: a journal's ISSN alone says nothing of the article.</para>
/// <para>A field that holds no identifier, such as an ISBN of "n/a", counts as absent.</para>
/// </remarks>
public sealed class ThinCitationRule : IIntakeRule
{
    /// <inheritdoc/>
    public IntakeObjection Objection => IntakeObjection.CitationInsufficient;

    /// <inheritdoc/>
    public ValueTask<bool> ObjectsAsync(RequestId request, Submission submission, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return new(IsThin(submission.Citation));
    }

    private static bool IsThin(Citation citation)
    {
        var hasTitle = !string.IsNullOrWhiteSpace(citation.Title);
        var hasAuthor = !string.IsNullOrWhiteSpace(citation.Author);
        var hasIdentifier = Identifiers.KeysOf(citation).Count > 0;
        return citation.Type == CitationType.Article
            ? Identifiers.Doi(citation.Doi) is null && !(hasTitle && (hasIdentifier || hasAuthor))
            : !hasIdentifier && !(hasTitle && hasAuthor);
    }
}
