using BorrowingWorkflow.Testing.Choirs;

namespace BorrowingWorkflow.Sqlite.Tests;

public sealed class SqliteChoirTests : IClassFixture<SqliteChoirTests.WhenDone>
{
    private static readonly ChoirSuite Suite = new(() => new SqliteHarness());

    public static IEnumerable<object[]> Cases => Suite.Rows;

    [Theory, MemberData(nameof(Cases))]
    public Task Nothing_is_lost(string promise) => Suite.RunAsync(promise);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose() => Suite.Manifest.EnsureComplete();
    }
}
