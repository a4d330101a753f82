namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>An identifier of the item, such as an ISBN (<c>bibliographicItemId</c>).</summary>
public sealed record BibliographicItemId
{
    /// <summary>Without anything.</summary>
    public BibliographicItemId()
    {
    }

    /// <summary>An identifier of a kind, such as <c>("ISBN", "9780060512750")</c>.</summary>
    public BibliographicItemId(string code, string identifier)
    {
        BibliographicItemIdentifierCode = new(code);
        BibliographicItemIdentifier = identifier;
    }

    /// <summary>The kind of identifier.</summary>
    /// <value>No code.</value>
    public Code BibliographicItemIdentifierCode { get; init; } = Code.None;

    /// <summary>The identifier itself.</summary>
    /// <value>Empty.</value>
    public string BibliographicItemIdentifier { get; init; } = "";
}
