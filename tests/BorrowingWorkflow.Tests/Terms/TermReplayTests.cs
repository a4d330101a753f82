using System.Text.Json;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Terms;

/// <summary>Replays whole terms of events and compares with the right answers: every verdict, every clause, every status, every effect.</summary>
public sealed class TermReplayTests
{
    [SharedTheory("data")]
    [InlineData("term-small")]
    [InlineData("term-2026-fall")]
    public async Task A_term_comes_out_as_expected(string term)
    {
        using var answers = JsonDocument.Parse(await File.ReadAllBytesAsync(SharedFolder.Combine("data", term, "expected.json")));
        var expected = answers.RootElement;
        var clauses = Texts(expected.GetProperty("clauses"));
        var verdicts = Texts(expected.GetProperty("verdictsOtherThanApplied"));
        var statuses = Texts(expected.GetProperty("finalStatus"));
        var effects = expected.GetProperty("effects").EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetInt64());
        Assert.All([clauses.Count, verdicts.Count, statuses.Count, effects.Count], count => Assert.NotEqual(0, count));

        var store = new InMemoryWorkflowStore();
        var (actualClauses, actualVerdicts, repeated) = await ReplayAsync(store, SharedFolder.Combine("data", term, "events.jsonl"));

        AssertSame(clauses, actualClauses);
        AssertSame(verdicts, actualVerdicts);
        Assert.Equal(expected.GetProperty("repeatedEvents").GetInt32(), repeated);
        AssertSame(statuses, await StatusesAsync(store, statuses.Keys));
        var counts = await store.CountAsync();
        Assert.Equal(effects, effects.ToDictionary(item => item.Key, item => (long)counts.GetValueOrDefault(item.Key)));
    }

    private static async Task<(Dictionary<string, string> Clauses, Dictionary<string, string> Verdicts, int Repeated)> ReplayAsync(
        InMemoryWorkflowStore store, string events)
    {
        var (clauses, verdicts) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        var repeated = 0;
        await foreach (var (input, result) in TermReplay.RunAsync(store, events))
        {
            switch (result.Verdict)
            {
                case Verdict.Duplicate:
                    repeated++;
                    break;
                case Verdict.Applied:
                    clauses.Add(input.MessageId, result.Clause!);
                    break;
                default:
                    verdicts.Add(input.MessageId, result.Verdict.ToString());
                    break;
            }
        }

        return (clauses, verdicts, repeated);
    }

    private static async Task<Dictionary<string, string>> StatusesAsync(InMemoryWorkflowStore store, IEnumerable<string> requests)
    {
        var statuses = new Dictionary<string, string>();
        foreach (var request in requests)
        {
            statuses.Add(request, (await store.FindAsync(request))?.Status.ToString() ?? "(none)");
        }

        return statuses;
    }

    private static Dictionary<string, string> Texts(JsonElement map) => map.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString()!);

    /// <summary>Compares as lists of what differs, so that a failure names the first few instead of everything.</summary>
    private static void AssertSame(Dictionary<string, string> expected, Dictionary<string, string> actual) => Assert.Empty(expected.Keys.Union(actual.Keys)
        .Select(key => (Key: key, Expected: expected.GetValueOrDefault(key), Actual: actual.GetValueOrDefault(key)))
        .Where(item => item.Expected != item.Actual)
        .Take(10));
}
