namespace BorrowingWorkflow.Relational;

/// <summary>What a database may do to make a query quick.</summary>
internal enum ReadKind : byte
{
    /// <summary>One of the store's own statements.</summary>
    Own,

    /// <summary>A short one that a write follows: it may use the connection that writes.</summary>
    BeforeWrite,

    /// <summary>One whose text was built for its conditions: there may be many.</summary>
    Built,
}
