using BorrowingWorkflow.Testing.Ports;

namespace BorrowingWorkflow.Testing.Tests.Ports;

public sealed class CirculationConformanceTests : IClassFixture<CirculationConformanceTests.WhenDone>
{
    private static readonly CirculationSuite Durable = new(() => new WorldCirculationHarness());

    private static readonly CirculationSuite InMemory = new(() => new InMemoryCirculationHarness());

    public static IEnumerable<object[]> Rows => Durable.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task A_circulation_that_passes_ids_on_keeps_the_contract(string name) => Durable.RunAsync(name);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task The_circulation_in_memory_keeps_the_contract(string name) => InMemory.RunAsync(name);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose()
        {
            Durable.Manifest.EnsureComplete();
            InMemory.Manifest.EnsureComplete();
        }
    }
}
