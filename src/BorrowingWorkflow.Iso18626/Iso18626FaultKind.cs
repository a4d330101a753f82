namespace BorrowingWorkflow.Iso18626;

/// <summary>Why something is no message.</summary>
public enum Iso18626FaultKind
{
    /// <summary>It is no well-formed XML, or ends in its midst.</summary>
    NotWellFormed,

    /// <summary>It has a document type (DTD), which is never read.</summary>
    DocumentType,

    /// <summary>It is XML, but none of the six messages of ISO 18626.</summary>
    UnknownMessage,

    /// <summary>It is over one of <see cref="Iso18626Limits"/>.</summary>
    TooLarge,

    /// <summary>It has no header, or a header that names no request, so that nobody can say what it is about.</summary>
    NoRequest,
}
