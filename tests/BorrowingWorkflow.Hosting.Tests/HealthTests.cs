using System.Text.RegularExpressions;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Hosting.Tests;

public class HealthTests
{
    [Fact]
    public async Task What_waits_too_long_is_degraded_and_then_unhealthy()
    {
        // The workers never start: nothing is carried out.
        await using var host = new WorkingHost(workflow: parts => parts.Configure(options => options.Retention = TimeSpan.FromMinutes(80)));
        Assert.Equal((HealthStatus.Healthy, "0 effects and 0 deadlines wait, none for too long."), await CheckAsync(host));
        await host.SubmitAsync("R-1");
        await host.CancelledAsync("R-2");

        host.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host)).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var (status, says) = await CheckAsync(host);
        Assert.Equal(HealthStatus.Degraded, status);
        Assert.Matches("^The oldest of [0-9]+ undelivered effects was decided 60 min ago: look whether dispatchers run", says);
        IsExplained(says);

        host.Clock.Advance(TimeSpan.FromMinutes(81));
        (status, says) = await CheckAsync(host);
        Assert.Equal(HealthStatus.Unhealthy, status);
        Assert.Contains("The oldest of 1 deadlines has been due for 61 min: look whether a sweeper runs", says, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", says, StringComparison.Ordinal);
        IsExplained(says);
    }

    [Fact]
    public async Task Numbers_and_moments_come_with_it()
    {
        await using var host = new WorkingHost();
        await host.SubmitAsync("R-1");

        var data = (await EntryAsync(host)).Data;

        Assert.Equal(0L, data["deadlines"]);
        Assert.InRange((long)data["effects"], 1L, 10L);
        Assert.Equal(WorkingHost.Tuesday, data["oldestEffect"]);
        Assert.DoesNotContain("oldestDeadline", data.Keys);
    }

    [Fact]
    public async Task A_store_that_is_down_is_unhealthy_and_says_why()
    {
        await using var host = new WorkingHost(new Store(_ => throw new StoreUnavailableException("The disk is full. Make room.")));

        Assert.Equal((HealthStatus.Unhealthy, "The disk is full. Make room."), await CheckAsync(host));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_unhealthy()
    {
        await using var host = new WorkingHost(new Store(_ => new TaskCompletionSource<Backlog>().Task));

        var check = CheckAsync(host);
        await host.Clock.RestAsync(TimeSpan.FromSeconds(5));
        host.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal((HealthStatus.Unhealthy, "The store did not answer within 5 s."), await check);
        IsExplained((await check).Says);
    }

    [Fact]
    public void Settings_that_can_t_be_kept_are_named()
    {
        var checks = new ServiceCollection().AddHealthChecks();

        var error = Assert.Throws<OptionsValidationException>(() => checks.AddBorrowingWorkflow(settings => settings.EffectsUnhealthyAfter = TimeSpan.FromMinutes(1)));

        Assert.Equal("BorrowingHealthSettings.EffectsUnhealthyAfter is 1 min; allowed is EffectsDegradedAfter or more.", Assert.Single(error.Failures));
    }

    /// <summary>Each sentence that begins with what is wrong has a heading in docs/alerts.md that says the same, with … for what changes.</summary>
    private static void IsExplained(string? says)
    {
        var headings = File.ReadLines(RepositoryRoot.Combine("docs", "alerts.md")).Where(line => line.StartsWith("### The ", StringComparison.Ordinal))
            .Select(line => string.Join(".+", line["### ".Length..].Split('…').Select(Regex.Escape))).ToList();
        string[] wrong = [.. Regex.Split(says!, @"(?<=\.) (?=The )")];

        Assert.NotEmpty(wrong);
        Assert.All(wrong, sentence => Assert.Single(headings, heading => Regex.IsMatch(sentence, $"^{heading}")));
    }

    private static async Task<(HealthStatus Status, string? Says)> CheckAsync(WorkingHost host)
    {
        var entry = await EntryAsync(host);
        return (entry.Status, entry.Description);
    }

    private static async Task<HealthReportEntry> EntryAsync(WorkingHost host) =>
        (await host.Get<HealthCheckService>().CheckHealthAsync()).Entries["borrowing"];

    private sealed class Store(Func<DateTimeOffset, Task<Backlog>> backlog) : DelegatingStore(new InMemoryWorkflowStore())
    {
        public override ValueTask<Backlog> BacklogAsync(DateTimeOffset now, CancellationToken cancellationToken = default) => new(backlog(now));
    }
}
