using BorrowingWorkflow.Testing.Ports;

namespace BorrowingWorkflow.Testing.Tests.Ports;

public sealed class NotifierConformanceTests : IClassFixture<NotifierConformanceTests.WhenDone>
{
    private static readonly NotifierSuite Durable = new(() => new WorldNotifierHarness());

    private static readonly NotifierSuite InMemory = new(() => new InMemoryNotifierHarness());

    public static IEnumerable<object[]> Rows => Durable.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task A_notifier_that_passes_ids_on_keeps_the_contract(string name) => Durable.RunAsync(name);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task The_notifier_in_memory_keeps_the_contract(string name) => InMemory.RunAsync(name);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose()
        {
            Durable.Manifest.EnsureComplete();
            InMemory.Manifest.EnsureComplete();
        }
    }
}
