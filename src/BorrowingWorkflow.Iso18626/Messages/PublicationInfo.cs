namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>How the item was published (<c>publicationInfo</c>).</summary>
public sealed record PublicationInfo
{
    /// <summary>The publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>The publisher's ISNI. 2021-2 only.</summary>
    public string? PublisherId { get; init; }

    /// <summary>The kind of publication.</summary>
    public Code? PublicationType { get; init; }

    /// <summary>The date, as it is cited.</summary>
    public string? PublicationDate { get; init; }

    /// <summary>The place.</summary>
    public string? PlaceOfPublication { get; init; }
}
