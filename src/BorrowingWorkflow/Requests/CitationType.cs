namespace BorrowingWorkflow.Requests;

/// <summary>What kind of thing a citation describes.</summary>
public enum CitationType : byte
{
    /// <summary>A book or another whole item.</summary>
    Book,

    /// <summary>An article, a chapter or another part.</summary>
    Article,
}
