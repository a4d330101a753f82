using BorrowingWorkflow.Faults.Checking;
using BorrowingWorkflow.Faults.Runs;
using BorrowingWorkflow.Tests.Servers;
using Xunit.Abstractions;

namespace BorrowingWorkflow.Faults.Tests;

/// <summary>The short form of the run, and the checker on what it left, whole and spoiled.</summary>
public class ShortRunTests(ITestOutputHelper output)
{
    // Another seed in each process; the report names it.
    private static readonly RunOptions Options = new() { Seed = Environment.ProcessId, Faults = 8, Pause = TimeSpan.FromMilliseconds(10), MostBetweenFaults = 30 };

    [Fact]
    public async Task On_SQLite_every_promise_is_kept_and_a_broken_one_would_be_found()
    {
        await using SqliteStage stage = new();

        var report = await Conductor.RunAsync(Options, stage);

        output.WriteLine($"{report}");
        Assert.True(report.IsGood, $"{report}");
        Assert.True(report.Counts["inputs acknowledged"] > 50, $"{report}");
        foreach (var (spoiled, promise) in Spoiled(report.Evidence))
        {
            Assert.Contains(Checker.Check(spoiled), finding => finding.ToString().Contains(promise, StringComparison.OrdinalIgnoreCase));
        }
    }

    [PostgreSqlFact]
    public async Task On_PostgreSQL_every_promise_is_kept()
    {
        await using var stage = await PostgreSqlStage.StartAsync(Options.Hosts);

        var report = await Conductor.RunAsync(Options, stage);

        output.WriteLine($"{report}");
        Assert.True(report.IsGood, $"{report}");
        Assert.True(report.Counts["inputs acknowledged"] > 50, $"{report}");
    }

    private static IEnumerable<(Evidence Evidence, string Promise)> Spoiled(Evidence whole)
    {
        var key = whole.Acknowledged[^1].Key;
        yield return (whole with { ReadBack = Without(whole.ReadBack, key) }, key.MessageId);
        yield return (whole with { Events = [.. whole.Events.SkipLast(1)] }, whole.Events[^1].Request.Value);
        yield return (whole with { Events = [.. whole.Events, whole.Events[^1]] }, whole.Events[^1].Request.Value);
        yield return (whole with { Outbox = [.. whole.Outbox.Skip(1)] }, whole.Outbox[0].Effect.Request.Value);
        yield return (whole with { Outbox = [.. whole.Outbox, whole.Outbox[0] with { Effect = whole.Outbox[0].Effect with { Id = "nobody's" } }] }, "nobody's");
        yield return (whole with { Outbox = [whole.Outbox[0] with { Outcome = null }, .. whole.Outbox.Skip(1)] }, "it still waits");
        yield return (whole with { Arrivals = [] }, "it never arrived");
        yield return (
            whole with { Arrivals = [.. whole.Arrivals, whole.Arrivals[0] with { Effect = whole.Arrivals[0].Effect with { Id = "unknown" } }] },
            "no effect of this id is in the outbox");
        yield return (whole with { Damage = ["torn"] }, "torn");
    }

    private static Dictionary<TKey, TValue?> Without<TKey, TValue>(IReadOnlyDictionary<TKey, TValue?> all, TKey key)
        where TKey : notnull => all.ToDictionary(pair => pair.Key, pair => pair.Key.Equals(key) ? default : pair.Value);
}
