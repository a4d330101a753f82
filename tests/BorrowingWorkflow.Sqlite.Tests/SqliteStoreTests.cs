using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Sqlite.Tests;

public sealed class SqliteStoreTests : IClassFixture<SqliteStoreTests.WhenDone>
{
    private static readonly StoreSuite Suite = new(() => new SqliteHarness());

    public static IEnumerable<object[]> Cases => Suite.Rows;

    [Theory, MemberData(nameof(Cases))]
    public Task The_store_keeps_its_promise(string promise) => Suite.RunAsync(promise);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose() => Suite.Manifest.EnsureComplete();
    }
}
