namespace BorrowingWorkflow.Tests.Servers;

/// <summary>A theory on a real PostgreSQL: skipped with its reason where there is none, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    public PostgreSqlTheoryAttribute() => Skip = PostgreSqlBinaries.ReasonToSkip();
}
