namespace BorrowingWorkflow.Requests;

/// <summary>What is asked for, as the patron or the discovery system described it. Every part may be absent.</summary>
public sealed record Citation
{
    /// <summary>The title of the book, or of the article.</summary>
    public string? Title { get; init; }

    /// <summary>The author or creator.</summary>
    public string? Author { get; init; }

    /// <summary>The ISBN, as it was given.</summary>
    public string? Isbn { get; init; }

    /// <summary>The ISSN, as it was given.</summary>
    public string? Issn { get; init; }

    /// <summary>The OCLC number, as it was given.</summary>
    public string? Oclc { get; init; }

    /// <summary>The DOI, as it was given.</summary>
    public string? Doi { get; init; }

    /// <summary>Whether a physical item or a file is wanted.</summary>
    /// <value>Physical.</value>
    public RequestFormat Format { get; init; }

    /// <summary>Whether a whole book or an article, a chapter or the like is wanted.</summary>
    /// <value>Book.</value>
    public CitationType Type { get; init; }
}
