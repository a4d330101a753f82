using System.Data.Common;

namespace BorrowingWorkflow.Relational;

/// <summary>One step from a version of the schema to the next. A step that was released is never changed.</summary>
/// <param name="Version">The version that it leads to, from 1.</param>
/// <param name="Statements">What it runs, in order.</param>
/// <param name="Finish">What it does after its statements that SQL can't, in the same transaction; null for nothing.</param>
internal sealed record Migration(int Version, Func<SqlDialect, IReadOnlyList<string>> Statements, Action<DbTransaction>? Finish = null);
