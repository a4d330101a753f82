using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Samples;

#region docs:xunit2
public sealed class StoreTests : IClassFixture<StoreTests.WhenDone>
{
    private static readonly StoreSuite Suite = new(() => new MemoryHarness());

    public static IEnumerable<object[]> Cases => Suite.Rows;

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promise(string name) => Suite.RunAsync(name);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose() => Suite.Manifest.EnsureComplete();
    }
}
#endregion
