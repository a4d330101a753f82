using System.Text;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Cli.Tests;

/// <summary>What the commands write, on the small term.</summary>
public sealed class FormatTests : IAsyncLifetime, IDisposable
{
    private readonly Tool _tool = new();
    private string _db = "";

    public async Task InitializeAsync() => _db = await _tool.ReplayTermAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("status", "json")]
    [InlineData("status", "table")]
    [InlineData("effects", "json")]
    [InlineData("effects", "table")]
    [InlineData("show CSU-000039", "json")]
    [InlineData("show CSU-000039", "table")]
    [InlineData("show CSU-000088", "json")]
    [InlineData("show CSU-000035", "table")]
    [InlineData("checks --cadence daily", "json")]
    [InlineData("checks --cadence daily", "csv")]
    [InlineData("checks --cadence daily", "table")]
    public async Task The_format_is_fixed(string command, string format)
    {
        var answer = await _tool.RunAsync([.. command.Split(' '), "--db", _db, "--format", format]);

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        await Verifier.Verify(answer.Output, $"{command} {format}");
    }

    [Theory]
    [InlineData("json", "[{\"id\":\"completed-item-in-transit\",\"severity\":\"error\",\"request\":\"CSU-000032\",\"evidence\":")]
    [InlineData("csv", "id,severity,request,evidence,remedy\ncompleted-item-in-transit,error,CSU-000032,")]
    [InlineData("table", "Anomalies · 2026-12-18 17:00 UTC\n\nERROR  ")]
    [InlineData("html", "<!doctype html>")]
    public async Task Anomalies_come_in_four_formats(string format, string start)
    {
        var answer = await _tool.RunAsync("anomalies", "--db", _db, "--items", Tool.Items, "--now", "2026-12-18T17:00:00Z", "--format", format);

        Assert.Equal(0, answer.ExitCode);
        Assert.StartsWith(start, answer.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("--items", answer.Error, StringComparison.Ordinal);
        Assert.Contains("status-not-in-profile: There is no partner directory: it did not run.\n", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_items_it_says_which_detectors_did_not_run()
    {
        var answer = await _tool.RunAsync("anomalies", "--db", _db, "--format", "json");

        Assert.Equal(0, answer.ExitCode);
        Assert.DoesNotContain("completed-item-in-transit", answer.Output, StringComparison.Ordinal);
        Assert.StartsWith("Without --items ITEMS.csv the item detectors did not run: ", answer.Error, StringComparison.Ordinal);
        Assert.Contains("completed-item-in-transit", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_the_items_file_that_are_bad_are_reported_and_the_others_count()
    {
        var items = await _tool.WriteAsync("items.csv", "request,process_type", "CSU-000032", "", "\"CSU-000033\",Loan", "\"open,Loan", "CSU-000034,Acquisition");

        var answer = await _tool.RunAsync("anomalies", "--db", _db, "--items", items, "--format", "csv");

        Assert.Equal(2, answer.ExitCode);
        Assert.StartsWith(
            "items.csv:2: the line is no request id and a process type; correct it and run again.\n"
            + "items.csv:5: the line is no request id and a process type; correct it and run again.\n",
            answer.Error,
            StringComparison.Ordinal);
        Assert.Contains("completed-item-on-loan,error,CSU-000033,", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("completed-item-in-resource-sharing", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.csv", null)]
    [InlineData("items.csv", "request;process_type")]
    [InlineData("items.csv", "")]
    public async Task An_items_file_that_is_none_is_an_error(string name, string? header)
    {
        if (header is not null)
        {
            await _tool.WriteAsync(name, header);
        }

        var answer = await _tool.RunAsync("anomalies", "--db", _db, "--items", _tool[name]);

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains(name, answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tsv")]
    [InlineData("mermaid")]
    [InlineData("dot")]
    [InlineData("markdown")]
    public async Task The_machine_is_written_as_the_library_writes_it(string format)
    {
        var expected = format switch
        {
            "tsv" => BorrowingMachine.ToTsv(),
            "mermaid" => BorrowingMachine.ToMermaid(),
            "dot" => BorrowingMachine.ToDot(),
            _ => BorrowingMachine.ToMarkdown(),
        };

        Assert.Equal(new Tool.Answer(0, expected, ""), await _tool.RunAsync("machine", "--format", format));
    }

    [Theory]
    [InlineData("status", "json")]
    [InlineData("checks", "csv")]
    [InlineData("checks", "html")]
    [InlineData("status", "table")]
    public async Task Output_is_utf8_without_a_mark_and_its_lines_end_in_a_line_feed(string command, string format)
    {
        var bytes = Encoding.UTF8.GetBytes((await _tool.RunAsync(command, "--db", _db, "--format", format)).Output);

        Assert.NotEqual(0xEF, bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal((byte)'\n', bytes[^1]);
    }

    [Fact]
    public async Task A_check_that_was_worked_starts_from_there()
    {
        string[] checks = ["checks", "--db", _db, "--format", "csv"];
        var all = (await _tool.RunAsync(checks)).Output;

        var marked = await _tool.RunAsync("checks", "--db", _db, "--mark-done", "request-completed", "--by", "maria", "--now", "2026-12-01T00:00:00Z");

        Assert.Equal((0, "", "Recorded: request-completed was worked by maria at 2026-12-01T00:00:00Z for all libraries.\n"), (marked.ExitCode, marked.Output, marked.Error));
        var since = (await _tool.RunAsync(checks)).Output;
        Assert.Equal(102, Members(all).Count());
        Assert.NotEmpty(Members(since));
        Assert.All(Members(since), line => Assert.True(string.CompareOrdinal(line.Split(',')[3], "2026-12-01") >= 0, line));
    }

    [Fact]
    public async Task A_library_sees_its_own_requests()
    {
        var nobody = await _tool.RunAsync("checks", "--db", _db, "--library", "NOWHERE", "--format", "csv");

        Assert.Equal("check,request,status,entered_at,partner\n", nobody.Output);
    }

    private static IEnumerable<string> Members(string csv) => csv.Split('\n').Where(line => line.StartsWith("request-completed,", StringComparison.Ordinal));
}
