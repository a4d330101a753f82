namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>An identifier of the catalogue record, such as an OCLC number (<c>bibliographicRecordId</c>).</summary>
public sealed record BibliographicRecordId
{
    /// <summary>Without anything.</summary>
    public BibliographicRecordId()
    {
    }

    /// <summary>An identifier of a kind, such as <c>("OCLC", "49805501")</c>.</summary>
    public BibliographicRecordId(string code, string identifier)
    {
        BibliographicRecordIdentifierCode = new(code);
        BibliographicRecordIdentifier = identifier;
    }

    /// <summary>The kind of identifier.</summary>
    /// <value>No code.</value>
    public Code BibliographicRecordIdentifierCode { get; init; } = Code.None;

    /// <summary>The identifier itself.</summary>
    /// <value>Empty.</value>
    public string BibliographicRecordIdentifier { get; init; } = "";
}
