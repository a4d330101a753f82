using BorrowingWorkflow.Testing.Choirs;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Tests.Choirs;

public sealed class ChoirConformanceTests : IClassFixture<ChoirConformanceTests.WhenDone>
{
    private static readonly ChoirSuite InMemory = new(() => new HallHarness());

    private static readonly ChoirSuite Shared = new(() => new HallHarness(capabilities: StoreCapabilities.Shared | StoreCapabilities.Durable, isOne: true));

    public static IEnumerable<object[]> Rows => InMemory.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task In_memory_nothing_is_lost(string name) => InMemory.RunAsync(name);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task In_memory_that_views_share_nothing_is_lost(string name) => Shared.RunAsync(name);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose()
        {
            InMemory.Manifest.EnsureComplete();
            Shared.Manifest.EnsureComplete();
        }
    }
}
