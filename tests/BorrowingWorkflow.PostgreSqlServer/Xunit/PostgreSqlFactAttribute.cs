namespace BorrowingWorkflow.Tests.Servers;

/// <summary>A fact on a real PostgreSQL: skipped with its reason where there is none, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlBinaries.ReasonToSkip();
}
