namespace BorrowingWorkflow.Relational;

/// <summary>What a statement of a save must come to; anything else is a conflict.</summary>
internal enum Expect : byte
{
    /// <summary>Whatever it changes is right.</summary>
    Anything,

    /// <summary>It changes exactly one row.</summary>
    OneRowChanged,

    /// <summary>It is a query, and finds nothing.</summary>
    NothingFound,
}
