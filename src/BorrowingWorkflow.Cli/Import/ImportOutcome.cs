namespace BorrowingWorkflow.Cli.Import;

/// <summary>What became of a row.</summary>
internal enum ImportOutcome
{
    /// <summary>The request was not there.</summary>
    Added,

    /// <summary>It was there, and Alma has it otherwise by now.</summary>
    Updated,

    /// <summary>It was there, and Alma has it as before.</summary>
    Unchanged,

    /// <summary>Alma has it otherwise by now, but so has this database: it was left alone.</summary>
    KeptHere,

    /// <summary>The row is wrong, and was skipped.</summary>
    BadRow,
}
