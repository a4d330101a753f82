using BorrowingWorkflow.Samples;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Tests.Storage;

public sealed class InMemoryStoreTests : IClassFixture<InMemoryStoreTests.WhenDone>
{
    private static readonly StoreSuite Suite = new(() => new MemoryHarness());

    public static IEnumerable<object[]> Cases => Suite.Rows;

    [Theory, MemberData(nameof(Cases))]
    public Task The_store_keeps_its_promise(string promise) => Suite.RunAsync(promise);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose() => Suite.Manifest.EnsureComplete();
    }
}
