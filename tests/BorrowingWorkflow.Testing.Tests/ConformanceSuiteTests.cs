namespace BorrowingWorkflow.Testing.Tests;

public class ConformanceSuiteTests
{
    [Fact]
    public async Task A_manifest_is_complete_when_every_case_ran_and_passed()
    {
        var suite = new TwoCases();

        await suite.RunAsync("T-1 One holds");
        await suite.RunAsync("T-2");

        suite.Manifest.EnsureComplete();
        Assert.Equal(["T-1", "T-2"], suite.Manifest.Passed.Select(one => one.Id));
    }

    [Fact]
    public async Task A_manifest_names_what_did_not_run()
    {
        var suite = new TwoCases();
        await suite.RunAsync("T-1");

        var error = Assert.Throws<ConformanceException>(suite.Manifest.EnsureComplete);

        Assert.Contains("Not run: T-2 Two holds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_of_which_nothing_ran_says_so() =>
        Assert.StartsWith("None of the 2 cases ran", Assert.Throws<ConformanceException>(new TwoCases().Manifest.EnsureComplete).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_failure_names_the_case_its_clause_and_the_seed_and_stays_in_the_manifest()
    {
        var suite = new TwoCases(() => throw new InvalidOperationException("the disk is gone")) { Seed = 7 };

        var error = await Assert.ThrowsAsync<ConformanceException>(() => suite.RunAsync("T-2"));

        Assert.Equal("T-2 Two holds (IThing.Two): it ended in InvalidOperationException: the disk is gone (seed 7)", error.Message);
        Assert.Equal("T-2", error.Case);
        Assert.Equal(["T-2"], suite.Manifest.Failed.Select(one => one.Id));
        Assert.Contains("Failed: T-2 Two holds", Assert.Throws<ConformanceException>(suite.Manifest.EnsureComplete).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_does_not_end_fails()
    {
        var suite = new TwoCases(() => new TaskCompletionSource().Task) { Limit = TimeSpan.FromMilliseconds(20) };

        Assert.Contains("had not ended after 00:00:00.02", (await Assert.ThrowsAsync<ConformanceException>(() => suite.RunAsync("T-2"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_times_out_by_itself_is_not_a_case_that_does_not_end()
    {
        var suite = new TwoCases(() => throw new TimeoutException("no answer"));

        Assert.Contains("it ended in TimeoutException: no answer", (await Assert.ThrowsAsync<ConformanceException>(() => suite.RunAsync("T-2"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_not_there_is_named_with_those_that_are() =>
        Assert.Contains("its ids are T-1, T-2", (await Assert.ThrowsAsync<ArgumentException>(() => new TwoCases().RunAsync("T-3"))).Message, StringComparison.Ordinal);

    private sealed class TwoCases(Func<Task>? second = null) : ConformanceSuite
    {
        private protected override IEnumerable<ConformanceCase> List() =>
        [
            new("T-1", "IThing.One", "One holds", _ => Task.CompletedTask),
            new("T-2", "IThing.Two", "Two holds", _ => second?.Invoke() ?? Task.CompletedTask),
        ];
    }
}
