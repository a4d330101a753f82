using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Sqlite.Tests;

public class ModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Agrees_with_the_reference_over_random_operations(int seed) => new StoreModelRun(() => new SqliteHarness()) { Seed = seed }.RunAsync();
}
