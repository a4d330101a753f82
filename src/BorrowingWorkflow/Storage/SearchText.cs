using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>A text that somebody looks for (<see cref="RequestQuery.Text"/>), taken apart: for those who write a store.</summary>
/// <remarks>Never changes; any number of threads may use it.</remarks>
public sealed class SearchText
{
    private SearchText(string text)
    {
        Whole = text.Trim();
        Words = SearchWords.Of(Whole, SearchWords.MostAsked);
        Identifier = SearchWords.Identifier(Whole);
        Id = RequestId.TryParse(Whole, out _) ? IdKey(Whole) : null;
    }

    /// <summary>The text without white space at its ends. A request whose external id it is, is found.</summary>
    public string Whole { get; }

    /// <summary>What <see cref="IdKey"/> of a request's id is, or begins with, where the request is found by it; null where it can't be an id.</summary>
    public string? Id { get; }

    /// <summary>
    /// What <see cref="SearchWords.Identifier"/> of a request's ISBN, ISSN, OCLC number or DOI is where the request is found by it; null where
    /// there is nothing to compare.
    /// </summary>
    public string? Identifier { get; }

    /// <summary>The words, each of which has to begin a word of the title where the request is found by it. Without words none is.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">Whatever somebody typed.</param>
    public static SearchText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text);
    }

    /// <summary>A request's id as texts are compared with it: its ASCII letters small, everything else as it is.</summary>
    public static string IdKey(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return string.Create(id.Length, id, static (key, id) =>
        {
            for (var i = 0; i < key.Length; i++)
            {
                key[i] = char.IsAsciiLetterUpper(id[i]) ? (char)(id[i] | 0x20) : id[i];
            }
        });
    }

    /// <summary>True where the request is found by the text.</summary>
    public bool Matches(BorrowingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (Id is not null && IdKey(request.Id.Value).StartsWith(Id, StringComparison.Ordinal))
            || (Whole.Length > 0 && request.ExternalId == Whole)
            || (Identifier is not null && HasIdentifier(request.Citation))
            || (Words.Count > 0 && HasWords(SearchWords.Of(request.Citation.Title)));
    }

    private bool HasIdentifier(Citation citation) =>
        Identifier == SearchWords.Identifier(citation.Isbn)
        || Identifier == SearchWords.Identifier(citation.Issn)
        || Identifier == SearchWords.Identifier(citation.Oclc)
        || Identifier == SearchWords.Identifier(citation.Doi);

    private bool HasWords(IReadOnlyList<string> title) => Words.All(word => title.Any(other => other.StartsWith(word, StringComparison.Ordinal)));
}
