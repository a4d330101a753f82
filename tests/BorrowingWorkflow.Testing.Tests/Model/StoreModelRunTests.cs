using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using BorrowingWorkflow.Testing.Stores.Model;

namespace BorrowingWorkflow.Testing.Tests.Model;

public class StoreModelRunTests
{
    public static TheoryData<string> Broken { get; } = [.. BrokenStores.All.Keys];

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public Task A_store_that_keeps_the_contract_passes(int seed, bool isShared) =>
        new StoreModelRun(() => new MemoryHarness(isShared: isShared)) { Seed = seed, Steps = 2000 }.RunAsync();

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_store_is_found_and_what_it_takes_is_a_handful_of_steps(string how)
    {
        var error = await Assert.ThrowsAsync<ConformanceException>(() => OnBroken(how).RunAsync());

        var calls = Calls(error.Message);
        Assert.True(calls.Count <= (how.Contains("tenth", StringComparison.Ordinal) ? 20 : 7), error.Message);
        Assert.Equal(2, error.Message.Split("  got: ").Length - 1);
    }

    [Fact]
    public async Task A_failure_says_what_to_do_to_see_it_again()
    {
        var error = await Assert.ThrowsAsync<ConformanceException>(() => OnBroken("forgets the verdict").RunAsync());

        await Verifier.Verify(error.Message);
        Assert.Equal(error.Message, (await Assert.ThrowsAsync<ConformanceException>(() => OnBroken("forgets the verdict").RunAsync())).Message);
    }

    [Fact]
    public async Task A_failure_that_does_not_come_again_is_said_to_be_so()
    {
        var opened = 0;
        var run = new StoreModelRun(() => new MemoryHarness(store => opened++ == 0 ? BrokenStores.All["forgets the verdict"](store) : store));

        Assert.Contains("went well on another storage", (await Assert.ThrowsAsync<ConformanceException>(() => run.RunAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_durable_in_word_only_is_found()
    {
        var run = new StoreModelRun(() => new ForgetfulHarness());

        Assert.Contains(Calls((await Assert.ThrowsAsync<ConformanceException>(() => run.RunAsync())).Message), call => call == "reopen");
    }

    [Fact]
    public void The_same_seed_gives_the_same_operations_and_fewer_are_the_first_ones()
    {
        Assert.Equal(RandomOperations.Of(7, 300), RandomOperations.Of(7, 300));
        Assert.Equal(RandomOperations.Of(7, 300).Take(100), RandomOperations.Of(7, 100));
        Assert.NotEqual(RandomOperations.Of(7, 300), RandomOperations.Of(8, 300));
    }

    [Fact]
    public void Every_kind_of_operation_comes_up_in_a_run_of_the_usual_length()
    {
        var usual = new StoreModelRun(() => new MemoryHarness());
        var all = typeof(StoreOperation).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(StoreOperation)) && !type.IsAbstract);

        Assert.Empty(all.Except(RandomOperations.Of(usual.Seed, usual.Steps).Select(operation => operation.GetType())));
    }

    private static StoreModelRun OnBroken(string how) => new(() => new MemoryHarness(BrokenStores.All[how]));

    private static List<string> Calls(string message) =>
        [.. message.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal) && char.IsDigit(line[2])).Select(line => line[(line.IndexOf('.', StringComparison.Ordinal) + 2)..])];

    private sealed class ForgetfulHarness : StoreHarness
    {
        public override StoreCapabilities Capabilities => StoreCapabilities.Durable;

        public override ValueTask<IWorkflowStore> OpenAsync(CancellationToken cancellationToken = default) => new(new InMemoryWorkflowStore());
    }
}
