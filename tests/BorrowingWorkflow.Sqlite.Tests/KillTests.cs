using System.Diagnostics;
using System.Globalization;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using Xunit.Abstractions;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Sqlite.Tests;

public class KillTests(ITestOutputHelper output)
{
    private const int Kills = 24;

    [Fact]
    public async Task What_was_acknowledged_survives_every_kill_and_nothing_is_half_written()
    {
        var seed = Environment.ProcessId;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        List<Acknowledged> acknowledged = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            acknowledged.AddRange(RunAndKill(folder.Database, $"K{kill}", random.Next(1, 150)));
        }

        await using var store = folder.Open();
        Assert.True(acknowledged.Count > Kills);
        await AssertEachIsThere(acknowledged, store);
        await AssertEachRequestIsWhole(store);
        Assert.Equal("ok", folder.Sql("PRAGMA integrity_check"));
        Assert.Equal(0L, folder.Sql("SELECT COUNT(*) FROM event e WHERE NOT EXISTS (SELECT 1 FROM request r WHERE r.id = e.request AND r.revision >= e.revision)"));
        Assert.Equal(0L, folder.Sql("SELECT COUNT(*) FROM event e WHERE NOT EXISTS (SELECT 1 FROM inbox i WHERE i.request = e.request AND i.revision = e.revision)"));
        Assert.Equal(0L, folder.Sql("SELECT COUNT(*) FROM inbox i WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.request = i.request AND e.revision = i.revision)"));
        Assert.Equal(0L, folder.Sql("SELECT COUNT(*) FROM request r WHERE NOT EXISTS (SELECT 1 FROM request_search s WHERE s.request = r.id)"));
        Assert.Equal(
            folder.Sql("SELECT COUNT(*) FROM request"),
            folder.Sql($"SELECT COUNT(*) FROM outbox o JOIN request r ON r.id = o.request WHERE o.kind = {(int)EffectKind.StartLocate}"));
        output.WriteLine($"{acknowledged.Count} inputs acknowledged, {folder.Sql("SELECT COUNT(*) FROM event")} stored");
    }

    private static List<Acknowledged> RunAndKill(string database, string prefix, int after)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "BorrowingWorkflow.Sqlite.KillTarget.dll"), database, prefix },
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        List<Acknowledged> acknowledged = [];
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split(' ') is [var request, var sender, var messageId, var verdict, "."])
            {
                acknowledged.Add(new(new(request, sender, messageId), Enum.Parse<Verdict>(verdict)));
            }

            if (acknowledged.Count == after)
            {
                process.Kill();
            }
        }

        process.WaitForExit();
        Assert.True(acknowledged.Count >= after, $"{prefix} ended by itself after {acknowledged.Count} inputs.");
        return acknowledged;
    }

    private static async Task AssertEachIsThere(List<Acknowledged> acknowledged, SqliteWorkflowStore store)
    {
        foreach (var (key, verdict) in acknowledged)
        {
            var first = (await store.LoadAsync(key.Request, key)).FirstVerdict;
            Assert.True(first is not null, $"{key} is lost.");
            Assert.Equal((key.MessageId, verdict), (first.MessageId, first.Verdict));
        }
    }

    private static async Task AssertEachRequestIsWhole(SqliteWorkflowStore store)
    {
        var counts = new Dictionary<RequestId, int>();
        foreach (var (summary, _) in await store.ScanAsync(ScanScope.Everything).ToList())
        {
            var request = (await store.FindAsync(summary.Id))!;
            var history = await store.HistoryAsync(summary.Id);
            Assert.Equal(RequestSummary.Of(request), summary);
            Assert.Equal(Enumerable.Range(1, request.Revision), history.Select(item => item.Revision));
            Assert.Equal(request.Version, history.Count(item => item.Verdict == Verdict.Applied));
            Assert.Equal((request.Status, request.Version), (history[^1].To, history[^1].Version));
            counts.Add(summary.Id, request.Version);
        }

        // An effect's id is request/version/position: the version that decided it must be there.
        foreach (var (effect, _) in await store.LeaseAsync(Noon.AddYears(10), int.MaxValue, TimeSpan.FromMinutes(1)))
        {
            var version = int.Parse(effect.Id.Split('/')[^2], CultureInfo.InvariantCulture);
            Assert.InRange(version, 1, counts[effect.Request]);
        }
    }

    private sealed record Acknowledged(MessageKey Key, Verdict Verdict);
}
