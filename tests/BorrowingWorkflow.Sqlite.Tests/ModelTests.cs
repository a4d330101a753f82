using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Sqlite.Tests;

public class ModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Agrees_with_the_reference_over_random_operations(int seed) => new StoreModelRun(() => new Harness()) { Seed = seed }.RunAsync();

    private sealed class Harness : StoreHarness
    {
        private readonly TemporaryFolder _folder = new();

        public override StoreCapabilities Capabilities => StoreCapabilities.Durable | StoreCapabilities.Shared;

        public override ValueTask<IWorkflowStore> OpenAsync(CancellationToken cancellationToken = default) =>
            new(_folder.Open());

        public override ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return base.DisposeAsync();
        }
    }
}
