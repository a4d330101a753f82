namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>What is asked for (<c>bibliographicInfo</c>).</summary>
public sealed record BibliographicInfo
{
    /// <summary>The record's id in the supplier's catalogue.</summary>
    public string? SupplierUniqueRecordId { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The author.</summary>
    public string? Author { get; init; }

    /// <summary>The author's ISNI. 2021-2 only.</summary>
    public string? AuthorId { get; init; }

    /// <summary>The subtitle.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The title of the series.</summary>
    public string? SeriesTitle { get; init; }

    /// <summary>The edition.</summary>
    public string? Edition { get; init; }

    /// <summary>The title of the article or chapter.</summary>
    public string? TitleOfComponent { get; init; }

    /// <summary>The author of the article or chapter.</summary>
    public string? AuthorOfComponent { get; init; }

    /// <summary>The volumes. 1.2 has room for one.</summary>
    /// <value>None.</value>
    public ValueList<string> Volume { get; init; } = [];

    /// <summary>The issue.</summary>
    public string? Issue { get; init; }

    /// <summary>The pages that are wanted.</summary>
    public string? PagesRequested { get; init; }

    /// <summary>The estimated number of pages.</summary>
    public string? EstimatedNoPages { get; init; }

    /// <summary>Identifiers of the item, such as the ISBN.</summary>
    /// <value>None.</value>
    public ValueList<BibliographicItemId> BibliographicItemId { get; init; } = [];

    /// <summary>The sponsor.</summary>
    public string? Sponsor { get; init; }

    /// <summary>Where the citation was found.</summary>
    public string? InformationSource { get; init; }

    /// <summary>Identifiers of catalogue records.</summary>
    /// <value>None.</value>
    public ValueList<BibliographicRecordId> BibliographicRecordId { get; init; } = [];
}
