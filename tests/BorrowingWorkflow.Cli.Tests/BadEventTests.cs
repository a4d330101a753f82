namespace BorrowingWorkflow.Cli.Tests;

/// <summary>Lines that are no events: reported with file and line, while the others are applied.</summary>
public sealed class BadEventTests : IDisposable
{
    private const string Submit = """{"at":"2026-09-01T08:00:00Z","id":"1","request":"R1","do":"Submit","by":"patron","data":{"library":"SDSU","patron":"P1","title":"T"}}""";
    private const string RotaBuilt = """{"at":"2026-09-01T08:01:00Z","id":"2","request":"R1","do":"RotaBuilt","by":"system","data":{"partners":["CSUN"]}}""";

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("nonsense", "the line is no JSON; write one JSON object a line")]
    [InlineData("{\"at\":", "the line is no JSON; write one JSON object a line")]
    [InlineData("[1]", "the line is no JSON object; write an event as {\"at\":…,\"id\":…,\"request\":…,\"do\":…,\"by\":…}")]
    [InlineData("""{"id":"3","request":"R1","do":"Sent","by":"system"}""", "at is missing; add it")]
    [InlineData("""{"at":"2026-09-01","id":"3","request":"R1","do":"Sent","by":"system"}""", "at is no moment; write it like 2026-08-24T11:48:55Z")]
    [InlineData("""{"at":"2026-09-01T08:00:00","id":"3","request":"R1","do":"Sent","by":"system"}""", "at is no moment; write it like 2026-08-24T11:48:55Z")]
    [InlineData("""{"at":17,"id":"3","request":"R1","do":"Sent","by":"system"}""", "at is no text; put it in quotation marks")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","request":"R1","do":"Sent","by":"system"}""", "id is missing; add it")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"","request":"R1","do":"Sent","by":"system"}""", "A message id has 1 to 400 characters; correct the event")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"3","do":"Sent","by":"system"}""", "request is missing; add it")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"3","request":" ","do":"Sent","by":"system"}""", "request is no request id; it has 1 to 200 printable characters")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"3","request":"R1","do":"Sing","by":"system"}""", "there is no trigger \"Sing\"; borrowing machine lists them")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"3","request":"R1","do":"sent","by":"system"}""", "there is no trigger \"sent\"; borrowing machine lists them")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"3","request":"R1","do":"10","by":"system"}""", "there is no trigger \"10\"; borrowing machine lists them")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"3","request":"R1","do":"Sent","by":"System"}""", "by is \"System\"; it is patron, staff, partner or system")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"3","request":"R1","do":"PartnerRejected","by":"partner"}""", "PartnerRejected by Partner names the partner; correct the event")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"3","request":"R1","do":"PartnerRejected","by":"staff"}""", "PartnerRejected by Staff names the partner; correct the event")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"3","request":"R2","do":"Sent","by":"system"}""", "the request was never submitted; submit it before")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"3","request":"R1","do":"Sent","by":"system","data":[]}""", "data is no object; write it as {…}")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"3","request":"R1","do":"Loan","by":"staff","data":{"dueDate":7}}""", "data.dueDate has a value that it can't have; the formats are in docs/command-line.md")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"3","request":"R1","do":"RotaBuilt","by":"system","data":{"partners":"CSUN"}}""", "data.partners has a value that it can't have; the formats are in docs/command-line.md")]
    [InlineData("""{"at":"2026-09-01T08:02:00Z","id":"\ud800","request":"R1","do":"Sent","by":"system"}""", "the line is no JSON; write one JSON object a line")]
    public async Task A_bad_line_is_reported_and_the_others_are_applied(string bad, string fault)
    {
        var events = await _tool.WriteAsync("events.jsonl", Submit, "", bad, RotaBuilt);

        var answer = await _tool.RunAsync("replay", events, "--db", _tool["term.db"], "--verdicts", _tool["verdicts.jsonl"]);

        Assert.Equal(2, answer.ExitCode);
        Assert.Equal($"events.jsonl:3: {fault}.\n2 events: Applied 2, bad input 1.\n", answer.Error);
        Assert.Equal(["1", "2"], (await File.ReadAllLinesAsync(_tool["verdicts.jsonl"])).Select(line => line[7..8]));
        Assert.Equal("{\"ReadyToBeSent\":1}\n", (await _tool.RunAsync("status", "--db", _tool["term.db"], "--format", "json")).Output);
    }

    [Fact]
    public async Task A_line_that_is_not_utf8_is_bad()
    {
        await File.WriteAllBytesAsync(_tool["events.jsonl"], [.. "{\"at\":\""u8, 0xFF, .. "\"}\n"u8]);

        var answer = await _tool.RunAsync("replay", _tool["events.jsonl"], "--db", _tool["term.db"]);

        Assert.Equal((2, "events.jsonl:1: the line is not UTF-8; save the file as UTF-8.\n0 events: bad input 1.\n"), (answer.ExitCode, answer.Error));
    }

    [Fact]
    public async Task Byte_order_marks_carriage_returns_and_a_missing_last_line_end_make_no_difference()
    {
        await File.WriteAllTextAsync(_tool["events.jsonl"], "\uFEFF" + Submit + "\r\n\r\n" + RotaBuilt);

        var answer = await _tool.RunAsync("replay", _tool["events.jsonl"], "--db", _tool["term.db"]);

        Assert.Equal((0, "2 events: Applied 2.\n"), (answer.ExitCode, answer.Error));
    }

    [Theory]
    [InlineData("2026-09-01T08:00:00Z", "2026-09-01T08:00:00Z")]
    [InlineData("2026-09-01t08:00:00.25z", "2026-09-01T08:00:00.25Z")]
    [InlineData("2026-09-01T10:00:00.123456789+02:00", "2026-09-01T08:00:00.1234567Z")]
    public async Task Every_form_of_rfc_3339_is_read(string at, string expected)
    {
        var events = await _tool.WriteAsync("events.jsonl", Submit.Replace("2026-09-01T08:00:00Z", at, StringComparison.Ordinal));

        Assert.Equal("1 event: Applied 1.\n", (await _tool.RunAsync("replay", events, "--db", _tool["term.db"])).Error);
        var shown = await _tool.RunAsync("show", "R1", "--db", _tool["term.db"], "--format", "json");
        Assert.Contains($"\"enteredAt\":\"{expected}\"", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_events_is_no_error()
    {
        var events = await _tool.WriteAsync("events.jsonl");

        var answer = await _tool.RunAsync("replay", events, "--db", _tool["term.db"], "--verdicts", _tool["verdicts.jsonl"]);

        Assert.Equal((0, "0 events: nothing to do.\n"), (answer.ExitCode, answer.Error));
        Assert.Empty(await File.ReadAllBytesAsync(_tool["verdicts.jsonl"]));
    }

    [Fact]
    public async Task A_refusal_says_why_and_what_is_permitted()
    {
        const string Loan = """{"at":"2026-09-01T08:02:00Z","id":"3","request":"R1","do":"Loan","by":"staff"}""";
        var events = await _tool.WriteAsync("events.jsonl", Submit, RotaBuilt, Loan, Loan);
        await _tool.WriteAsync("verdicts.jsonl", "left from before");

        await _tool.RunAsync("replay", events, "--db", _tool["term.db"], "--verdicts", _tool["verdicts.jsonl"]);

        await Verifier.Verify(await File.ReadAllTextAsync(_tool["verdicts.jsonl"]));
    }

    [Fact]
    public async Task What_is_not_known_is_kept()
    {
        var events = await _tool.WriteAsync("events.jsonl", Submit.Replace("\"title\"", "\"shelf\":{\"row\":7},\"title\"", StringComparison.Ordinal)
            .Replace("\"id\"", "\"colour\":\"blue\",\"id\"", StringComparison.Ordinal));

        await _tool.RunAsync("replay", events, "--db", _tool["term.db"]);

        await using var store = new Sqlite.SqliteWorkflowStore(_tool["term.db"]);
        var unknown = Assert.Single(await store.HistoryAsync("R1")).Data!.Unknown!;
        Assert.Equal(["event.colour", "shelf"], unknown.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(7, unknown["shelf"].GetProperty("row").GetInt32());
    }
}
