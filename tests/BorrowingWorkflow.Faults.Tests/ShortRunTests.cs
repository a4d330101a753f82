using BorrowingWorkflow.Faults.Checking;
using BorrowingWorkflow.Faults.Runs;
using BorrowingWorkflow.Tests.Servers;
using Xunit.Abstractions;

namespace BorrowingWorkflow.Faults.Tests;

/// <summary>The short form of the run, and the checker on what it left, whole and spoiled.</summary>
public class ShortRunTests(ITestOutputHelper output)
{
    // Another seed in each process; the report names it.
    private static readonly RunOptions Options = new() { Seed = Environment.ProcessId, Pause = TimeSpan.FromMilliseconds(10), MostBetweenFaults = 30 };

    private static readonly Lazy<Task<RunReport>> OnSqlite = new(async () =>
    {
        await using SqliteStage stage = new();
        return await Conductor.RunAsync(Options with { Rounds = 2 }, stage);
    });

    public static IEnumerable<object[]> Spoilings => Spoiling.All.Select(spoiling => new object[] { spoiling.Name });

    [Fact]
    public async Task On_SQLite_every_promise_is_kept()
    {
        var report = await OnSqlite.Value;

        output.WriteLine($"{report}");
        EnsureGood(report, rounds: 2);
    }

    [PostgreSqlFact]
    public async Task On_PostgreSQL_every_promise_is_kept()
    {
        await using var stage = await PostgreSqlStage.StartAsync(Options.Hosts);

        var report = await Conductor.RunAsync(Options with { Rounds = 1 }, stage);

        output.WriteLine($"{report}");
        EnsureGood(report, rounds: 1);
        EnsureHappened(report, PostgreSqlStage.CutOut, 1);
        EnsureHappened(report, PostgreSqlStage.CutBack, 1);
    }

    [Theory]
    [MemberData(nameof(Spoilings))]
    public async Task The_checker_names_the_promise_that_is_broken_where(string name)
    {
        var report = await OnSqlite.Value;
        var spoiling = Spoiling.All.Single(one => one.Name == name);

        var (spoiled, about) = spoiling.Spoil(report.Evidence);
        var findings = Checker.Check(spoiled);

        Assert.DoesNotContain(report.Findings, finding => finding.Promise == spoiling.Promise);
        Assert.True(
            findings.Any(finding => finding.Promise == spoiling.Promise && finding.About == about),
            $"Seed {report.Seed}: '{spoiling.Promise}' about {about} is not among:\n{string.Join('\n', findings)}");
    }

    private static void EnsureGood(RunReport report, int rounds)
    {
        Assert.True(report.IsGood, $"{report}");
        EnsureHappened(report, "inputs acknowledged", 50);
        foreach (var fault in report.Faults)
        {
            EnsureHappened(report, fault, rounds);
        }

        // A kill that nobody noticed proves nothing: one overtook an input, and one an effect.
        EnsureHappened(report, Ledger.Unanswered, 1);
        EnsureHappened(report, Fleet.EffectCutOff, 1);
    }

    private static void EnsureHappened(RunReport report, string what, int times) =>
        Assert.True(report.Counts.GetValueOrDefault(what) >= times, $"'{what}' {report.Counts.GetValueOrDefault(what)} times, not {times}.\n{report}");
}
