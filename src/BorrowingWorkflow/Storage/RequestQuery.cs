using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>Which requests a list holds, in which order. Every condition that is given must hold.</summary>
public sealed record RequestQuery
{
    /// <summary>How many requests a store looks at that <see cref="Text"/> finds, at least.</summary>
    public const int MostFound = 10_000;

    /// <summary>The statuses.</summary>
    /// <value>Any.</value>
    public StatusSet? Statuses { get; init; }

    /// <summary>Traits of which at least one is set.</summary>
    /// <value>None asked for.</value>
    public RequestTraits AnyTrait { get; init; }

    /// <summary>The borrowing library's code.</summary>
    /// <value>Any.</value>
    public string? Library { get; init; }

    /// <summary>The partner's code.</summary>
    /// <value>Any.</value>
    public string? Partner { get; init; }

    /// <summary>Whom it is assigned to.</summary>
    /// <value>Anybody or nobody.</value>
    public string? Assignee { get; init; }

    /// <summary>The patron's reference.</summary>
    /// <value>Any.</value>
    public string? Patron { get; init; }

    /// <summary>Where the patron picks it up.</summary>
    /// <value>Anywhere.</value>
    public string? Pickup { get; init; }

    /// <summary>
    /// What somebody looks for, as they typed it. It finds a request whose id it is or begins (ASCII letters without case), whose external
    /// id it is, whose ISBN, ISSN, OCLC number or DOI it is (without hyphens, spaces and case), or where every word of it begins a word of the
    /// title, in any order. Words are compared without case and accents, as <see cref="SearchWords"/> makes them. A text with neither words nor
    /// an id finds nothing.
    /// </summary>
    /// <remarks>
    /// The first <see cref="SearchWords.MostAsked"/> words are looked for, in the first <see cref="SearchWords.Most"/> words of a title. Where a
    /// text finds more than <see cref="MostFound"/> requests by the title or by how ids begin, a store may look at the newest of them only
    /// (of ids: at the last), before the other conditions are applied.
    /// </remarks>
    /// <value>Anything.</value>
    public string? Text { get; init; }

    /// <summary>Entered its status after this moment, in UTC.</summary>
    /// <value>Whenever.</value>
    public DateTimeOffset? EnteredAfter { get; init; }

    /// <summary>Entered its status before this moment, in UTC.</summary>
    /// <value>Whenever.</value>
    public DateTimeOffset? EnteredBefore { get; init; }

    /// <summary>The hold expires before this moment, in UTC.</summary>
    /// <value>Whenever, or no hold.</value>
    public DateTimeOffset? HoldExpiresBefore { get; init; }

    /// <summary>The order; requests that tie follow each other by id.</summary>
    /// <value>Longest in status first.</value>
    public RequestOrder Order { get; init; }

    /// <summary>True where <paramref name="summary"/> meets every condition that a summary can tell (all but the patron and the text).</summary>
    public bool Matches(in RequestSummary summary) =>
        (Statuses is not { } statuses || statuses.Contains(summary.Status))
        && (AnyTrait == RequestTraits.None || (summary.Traits & AnyTrait) != 0)
        && (Library is null || Library == summary.Library)
        && (Partner is null || Partner == summary.Partner)
        && (Assignee is null || Assignee == summary.Assignee)
        && (Pickup is null || Pickup == summary.Pickup)
        && (EnteredAfter is not { } after || summary.EnteredAt > after)
        && (EnteredBefore is not { } before || summary.EnteredAt < before)
        && (HoldExpiresBefore is not { } expiry || summary.HoldExpiresAt < expiry);

    /// <summary>What of the query a summary can't tell, as one question; null where a summary tells all of it.</summary>
    internal Func<BorrowingRequest, bool>? BeyondSummary()
    {
        var (patron, text) = (Patron, Text is null ? null : SearchText.Of(Text));
        return patron is null && text is null
            ? null
            : request => (patron is null || patron == request.Patron?.Id) && (text is null || text.Matches(request));
    }
}
