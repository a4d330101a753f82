using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Tests.Model;

public class ModelExamples
{
    [Fact]
    public async Task A_store_is_run_on_operations_of_a_seed()
    {
        #region docs:model
        var run = new StoreModelRun(() => new MemoryHarness()) { Seed = 7, Steps = 500 };
        await run.RunAsync();
        #endregion
    }
}
