using BorrowingWorkflow.Testing.Choirs;
using BorrowingWorkflow.Tests.Servers;

namespace BorrowingWorkflow.PostgreSql.Tests;

public sealed class PostgreSqlChoirTests : IClassFixture<PostgreSqlChoirTests.WhenDone>
{
    private static readonly ChoirSuite Suite = new(() => new PostgreSqlHarness());

    public static IEnumerable<object[]> Cases => Suite.Rows;

    [PostgreSqlTheory, MemberData(nameof(Cases))]
    public Task Nothing_is_lost(string promise) => Suite.RunAsync(promise);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose()
        {
            if (PostgreSqlBinaries.ReasonToSkip() is null)
            {
                Suite.Manifest.EnsureComplete();
            }
        }
    }
}
