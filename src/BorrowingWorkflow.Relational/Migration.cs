namespace BorrowingWorkflow.Relational;

/// <summary>One step from a version of the schema to the next. A step that was released is never changed.</summary>
/// <param name="Version">The version that it leads to, from 1.</param>
/// <param name="Statements">What it runs, in order.</param>
internal sealed record Migration(int Version, Func<SqlDialect, IReadOnlyList<string>> Statements);
