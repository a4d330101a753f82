using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Tests.Stores;

public class StoreSuiteTests
{
    [Theory]
    [InlineData(StoreCapabilities.None)]
    [InlineData(StoreCapabilities.Durable)]
    [InlineData(StoreCapabilities.Shared)]
    [InlineData(StoreCapabilities.Faults)]
    [InlineData(StoreControls.Everything)]
    public async Task A_store_that_keeps_its_promises_passes_every_case(StoreCapabilities capabilities)
    {
        var suite = new StoreSuite(() => new TrialHarness(capabilities));
        foreach (var one in suite.Cases)
        {
            await suite.RunAsync(one.Name);
        }

        suite.Manifest.EnsureComplete();
    }

    [Fact]
    public async Task Another_seed_makes_other_choices_and_stands_in_the_failure()
    {
        var broken = StoreControls.All.Single(control => control.Case == "STORE-24");
        var suite = new StoreSuite(() => new TrialHarness(StoreCapabilities.None, store => new AlteredStore(store)
        {
            List = (inner, query, limit, after) => inner.ListAsync(query with { Assignee = null }, limit, after),
        }))
        { Seed = 4711 };

        var usual = await Assert.ThrowsAsync<ConformanceException>(() => broken.Suite().RunAsync("STORE-24"));
        var other = await Assert.ThrowsAsync<ConformanceException>(() => suite.RunAsync("STORE-24"));

        Assert.EndsWith("(seed 20260901)", usual.Message, StringComparison.Ordinal);
        Assert.EndsWith("(seed 4711)", other.Message, StringComparison.Ordinal);
        Assert.NotEqual(usual.Message[..^20], other.Message[..^20]);
    }

    [Fact]
    public async Task A_durable_store_that_is_not_shared_has_to_refuse_a_second_view()
    {
        var suite = new StoreSuite(() => new Permissive());

        var error = await Assert.ThrowsAsync<ConformanceException>(() => suite.RunAsync("STORE-59"));

        Assert.Contains("has to be refused", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_unique_and_in_order() =>
        Assert.Equal(
            Enumerable.Range(1, 74).Select(number => $"STORE-{number:00}"),
            new StoreSuite(() => new Permissive()).Cases.Select(one => one.Id));

    private sealed class Permissive : StoreHarness
    {
        public override StoreCapabilities Capabilities => StoreCapabilities.Durable;

        public override ValueTask<IWorkflowStore> OpenAsync(CancellationToken cancellationToken = default) => new(new InMemoryWorkflowStore());
    }
}
