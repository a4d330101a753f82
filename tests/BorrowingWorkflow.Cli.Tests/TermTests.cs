using System.Text.Json;

namespace BorrowingWorkflow.Cli.Tests;

/// <summary>Whole terms, from the command line to the command line.</summary>
public sealed class TermTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [SharedFact("data/term-small")]
    public Task A_small_term_comes_out_as_expected() => ComesOutAsExpected("term-small");

    [SharedFact("data/term-2026-fall")]
    public Task A_term_comes_out_as_expected() => ComesOutAsExpected("term-2026-fall");

    [SharedFact("data/term-small")]
    public async Task The_term_that_comes_with_the_tool_is_the_small_one()
    {
        Assert.Equal(await File.ReadAllLinesAsync(SharedFolder.Combine("data", "term-small", "events.jsonl")), Tool.Term);
        Assert.Equal(await File.ReadAllTextAsync(SharedFolder.Combine("data", "term-small", "items.csv")), await File.ReadAllTextAsync(Tool.Items));
    }

    private async Task ComesOutAsExpected(string term)
    {
        var events = SharedFolder.Combine("data", term, "events.jsonl");
        var expected = JsonDocument.Parse(await File.ReadAllTextAsync(SharedFolder.Combine("data", term, "expected.json"))).RootElement;
        var now = expected.GetProperty("now").GetString()!;
        var db = _tool["term.db"];

        Assert.Equal(0, (await _tool.RunAsync("replay", events, "--db", db, "--verdicts", _tool["verdicts.jsonl"])).ExitCode);
        var lines = await File.ReadAllLinesAsync(events);
        var verdicts = await File.ReadAllLinesAsync(_tool["verdicts.jsonl"]);
        AssertVerdicts(lines, verdicts, expected);
        AssertFinalStatuses(verdicts, expected);
        await AssertReadsAsExpected(db, expected, now, SharedFolder.Combine("data", term, "items.csv"));

        var before = await EverythingAsync(db, now);
        Assert.Equal(0, (await _tool.RunAsync("replay", events, "--db", db, "--verdicts", _tool["again.jsonl"])).ExitCode);
        var again = await File.ReadAllLinesAsync(_tool["again.jsonl"]);
        Assert.Equal(lines.Length, again.Length);
        Assert.All(again, line => Assert.Contains("\"verdict\":\"Duplicate\"", line, StringComparison.Ordinal));
        Assert.Equal(before, await EverythingAsync(db, now));
    }

    private static void AssertVerdicts(string[] lines, string[] verdicts, JsonElement expected)
    {
        var others = expected.GetProperty("verdictsOtherThanApplied");
        var clauses = expected.GetProperty("clauses");
        HashSet<string> seen = [];
        Assert.Equal(lines.Length, verdicts.Length);
        foreach (var (line, written) in lines.Zip(verdicts))
        {
            var input = JsonDocument.Parse(line).RootElement;
            var verdict = JsonDocument.Parse(written).RootElement;
            var id = input.GetProperty("id").GetString()!;
            Assert.Equal(id, verdict.GetProperty("id").GetString());
            Assert.Equal(input.GetProperty("request").GetString(), verdict.GetProperty("request").GetString());
            var first = others.TryGetProperty(id, out var other) ? other.GetString() : "Applied";
            if (!seen.Add(id))
            {
                Assert.Equal(("Duplicate", first), (verdict.GetProperty("verdict").GetString(), verdict.GetProperty("first").GetString()));
                continue;
            }

            Assert.Equal(first, verdict.GetProperty("verdict").GetString());
            Assert.Equal(first == "Applied" ? clauses.GetProperty(id).GetString() : null, Text(verdict, "clause"));
            Assert.Equal(first == "Refused", Text(verdict, "reason") is { Length: > 0 });
            Assert.Equal(first == "Refused", verdict.TryGetProperty("permitted", out _));
        }
    }

    private static void AssertFinalStatuses(string[] verdicts, JsonElement expected)
    {
        // The last verdict that is no duplicate says where the request stands.
        Dictionary<string, string> last = [];
        foreach (var verdict in verdicts.Select(line => JsonDocument.Parse(line).RootElement).Where(verdict => !verdict.TryGetProperty("first", out _)))
        {
            last[verdict.GetProperty("request").GetString()!] = verdict.GetProperty("status").GetString()!;
        }

        Assert.Equal(
            expected.GetProperty("finalStatus").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!), last);
    }

    private async Task AssertReadsAsExpected(string db, JsonElement expected, string now, string items)
    {
        var statuses = await JsonAsync("status", "--db", db, "--format", "json");
        Assert.Equal(Counts(expected.GetProperty("statusCounts")), Counts(statuses));
        var effects = Counts(await JsonAsync("effects", "--db", db, "--format", "json"));
        Assert.All(Counts(expected.GetProperty("effects")), pair => Assert.Equal(pair.Value, effects.GetValueOrDefault(pair.Key)));

        var checks = (await JsonAsync("checks", "--db", db, "--now", now, "--preset", "extended", "--format", "json")).EnumerateArray()
            .ToDictionary(check => check.GetProperty("id").GetString()!, check => check);
        Assert.All(expected.GetProperty("checks").EnumerateObject(), member =>
        {
            Assert.Equal(Texts(member.Value), Texts(checks[member.Name].GetProperty("requests")));
            Assert.Equal(member.Value.GetArrayLength(), checks[member.Name].GetProperty("count").GetInt32());
        });

        var anomalies = (await JsonAsync("anomalies", "--db", db, "--now", now, "--items", items, "--format", "json")).EnumerateArray()
            .ToLookup(finding => finding.GetProperty("id").GetString()!, finding => finding.GetProperty("request").GetString() ?? "null");
        Assert.All(expected.GetProperty("anomalies").EnumerateObject(), member =>
            Assert.Equal(Texts(member.Value), anomalies[member.Name].Order(StringComparer.Ordinal)));
    }

    private async Task<string> EverythingAsync(string db, string now)
    {
        var parts = new List<string>();
        foreach (var args in (string[][])[["status"], ["effects"], ["show", "CSU-000001"], ["checks", "--now", now, "--preset", "extended"], ["anomalies", "--now", now]])
        {
            parts.Add((await _tool.RunAsync([.. args, "--db", db, "--format", "json"])).Output);
        }

        return string.Concat(parts);
    }

    private async Task<JsonElement> JsonAsync(params string[] args)
    {
        var answer = await _tool.RunAsync(args);
        Assert.Equal(0, answer.ExitCode);
        return JsonDocument.Parse(answer.Output).RootElement;
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString() ?? "null").Order(StringComparer.Ordinal);

    private static Dictionary<string, long> Counts(JsonElement json) =>
        json.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetInt64());
}
