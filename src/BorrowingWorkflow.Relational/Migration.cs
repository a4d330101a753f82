using System.Data.Common;

namespace BorrowingWorkflow.Relational;

/// <summary>One step from a version of the schema to the next. A step that was released is never changed.</summary>
/// <param name="Version">The version that it leads to, from 1.</param>
/// <param name="Statements">What it runs, in order.</param>
internal sealed record Migration(int Version, Func<SqlDialect, IReadOnlyList<string>> Statements)
{
    /// <summary>What it does afterwards that SQL can't, in the same transaction and in memory that does not grow with the database.</summary>
    public Action<DbTransaction>? Fill { get; init; }

    /// <summary>What it runs at the end.</summary>
    public Func<SqlDialect, IReadOnlyList<string>>? Finish { get; init; }
}
