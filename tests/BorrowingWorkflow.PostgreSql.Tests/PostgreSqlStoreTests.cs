using BorrowingWorkflow.Testing.Stores;
using BorrowingWorkflow.Tests.Servers;

namespace BorrowingWorkflow.PostgreSql.Tests;

public sealed class PostgreSqlStoreTests : IClassFixture<PostgreSqlStoreTests.WhenDone>
{
    private static readonly StoreSuite Suite = new(() => new PostgreSqlHarness());

    public static IEnumerable<object[]> Cases => Suite.Rows;

    [PostgreSqlTheory, MemberData(nameof(Cases))]
    public Task The_store_keeps_its_promise(string promise) => Suite.RunAsync(promise);

    [PostgreSqlTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Agrees_with_the_reference_over_random_operations(int seed) => new StoreModelRun(() => new PostgreSqlHarness()) { Seed = seed }.RunAsync();

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
