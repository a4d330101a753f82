using System.Text;
using BorrowingWorkflow.Cli.Import;

namespace BorrowingWorkflow.Cli.Tests;

/// <summary>What Alma exports, taken over.</summary>
public sealed class ImportAlmaTests : IDisposable
{
    private const string Header = "Borrowing Request Id,Borrowing Request Status,Status Date,Title,Partner Code,Due Date,Requester";
    private static readonly string Sample = RepositoryRoot.Combine("docs", "samples", "alma", "borrowing-requests.csv");
    private static readonly string Items = RepositoryRoot.Combine("docs", "samples", "alma", "items.csv");

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task The_sample_is_taken_over_and_its_bad_rows_are_told_by_line()
    {
        var answer = await ImportSampleAsync();

        Assert.Equal(2, answer.ExitCode);
        Assert.Equal(
            """
            {"added":7,"updated":0,"unchanged":0,"keptHere":0,"badRows":1,"unknownStatuses":1,"statuses":{"Created":1,"RequestSentToPartner":1,"ShippedPhysically":1,"PhysicallyReceivedByLibrary":1,"LoanedItemToPatron":1,"ReturnedItemToPartner":1,"RequestCompleted":1}}

            """,
            answer.Output);
        Assert.Equal(
            [
                "column Borrowing Request Status has a status that is not known, \"Waiting for courier\"; it is taken as Created; say what it means with --status \"Waiting for courier=STATUS\".",
                "column Status Date is no date; write it like 2026-12-18, or give --dates mdy or --dates dmy.",
            ],
            answer.Error.TrimEnd('\n').Split('\n').Select(line => line.Split(": ", 2)[1]));
        Assert.Contains(":9: ", answer.Error, StringComparison.Ordinal);
        Assert.Contains(":10: ", answer.Error, StringComparison.Ordinal);
        var shown = (await _tool.RunAsync("show", "SDSU-1002", "--db", _tool["alma.db"], "--format", "json")).Output;
        Assert.Contains("\"status\":\"ShippedPhysically\",\"version\":1,\"enteredAt\":\"2026-11-21T00:15:00Z\"", shown, StringComparison.Ordinal);
        Assert.Contains("{\"partner\":\"CHICO\",\"state\":\"Shipped\"", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_checks_and_the_scan_run_on_what_was_taken_over()
    {
        await ImportSampleAsync("--items", Items, "--items-out", _tool["items.csv"]);

        Assert.Equal(
            ["request,process_type", "SDSU-1003,Loan", "SDSU-1004,HoldShelf", "SDSU-1006,ResourceSharingRequest", "SDSU-1002,Other"],
            await File.ReadAllLinesAsync(_tool["items.csv"]));
        var checks = await _tool.RunAsync("checks", "--db", _tool["alma.db"], "--preset", "extended", "--format", "csv");
        Assert.Contains("SDSU-1003", checks.Output, StringComparison.Ordinal);
        var anomalies = await _tool.RunAsync("anomalies", "--db", _tool["alma.db"], "--items", _tool["items.csv"], "--format", "json");
        Assert.Equal(0, anomalies.ExitCode);
        Assert.Contains("SDSU-1006", anomalies.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        await ImportSampleAsync();
        var before = await EverythingAsync("SDSU-1003");

        var answer = await ImportSampleAsync();

        Assert.Contains("{\"added\":0,\"updated\":0,\"unchanged\":7,\"keptHere\":0,\"badRows\":1,", answer.Output, StringComparison.Ordinal);
        Assert.Equal(before, await EverythingAsync("SDSU-1003"));
    }

    [Fact]
    public async Task What_changed_in_Alma_is_updated_there_and_back()
    {
        await ImportAsync("R-1,LOANED,2026-11-01,Kim,CSUN,2026-12-01,p-1");
        var updated = await ImportAsync("R-1,OVERDUE_ITEM,2026-12-02,Kim,CHICO,2026-12-01,p-1");
        var shown = await EverythingAsync("R-1");
        var back = await ImportAsync("R-1,LOANED,2026-11-01,Kim,CSUN,2026-12-01,p-1");

        Assert.Equal((0, 0), (updated.ExitCode, back.ExitCode));
        Assert.Contains("\"updated\":1,", updated.Output, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"OverdueRequest\",\"version\":2,\"enteredAt\":\"2026-12-02T00:00:00Z\",\"dueDate\":\"2026-12-01T23:59:59Z\",\"rota\":[{\"partner\":\"CHICO\"", shown, StringComparison.Ordinal);
        Assert.Contains("\"updated\":1,", back.Output, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"LoanedItemToPatron\",\"version\":3,", await EverythingAsync("R-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_did_here_since_is_left_alone_and_told_where_Alma_changed_it_too()
    {
        const string Row = "R-1,LOANED,2026-11-01,Kim,CSUN,2026-12-01,p-1";
        await ImportAsync(Row);
        await _tool.RunAsync("do", "AddNote", "R-1", "--db", _tool["alma.db"], "--data", """{"text":"rang twice"}""");
        var before = await EverythingAsync("R-1");

        var same = await ImportAsync(Row);
        var changed = await ImportAsync("R-1,OVERDUE_ITEM,2026-12-02,Kim,CSUN,2026-12-01,p-1");

        Assert.Equal(0, same.ExitCode);
        Assert.Equal(2, changed.ExitCode);
        Assert.Contains("\"keptHere\":1,", changed.Output, StringComparison.Ordinal);
        Assert.Equal(
            "requests.csv:2: Alma has changed the request, but it was worked here since its import and was left alone; see what is right with borrowing show.\n",
            changed.Error);
        Assert.Contains("rang twice", before, StringComparison.Ordinal);
        Assert.Equal(before, await EverythingAsync("R-1"));
    }

    [Fact]
    public async Task A_request_that_was_made_here_is_left_alone()
    {
        await _tool.RunAsync("submit", "R-1", "--db", _tool["alma.db"], "--library", "SDSU", "--patron", "p-1", "--title", "Kim", "--isbn", "9780060512750");

        var answer = await ImportAsync("R-1,LOANED,2026-11-01,Kim,CSUN,,p-1");

        Assert.Equal((2, "requests.csv:2: a request of this id was made here and was left alone; give the imported one another id.\n"), (answer.ExitCode, answer.Error));
    }

    [Theory]
    [InlineData("R-1,LOANED,2026-11-01,Kim", "the row has 4 cells and the header 7; put cells that hold the delimiter in quotation marks")]
    [InlineData(",LOANED,2026-11-01,Kim,CSUN,,p-1", "column Borrowing Request Id is no request id; it has 1 to 200 printable characters")]
    [InlineData("R-1,,2026-11-01,Kim,CSUN,,p-1", "column Borrowing Request Status is empty; add Alma's label or code")]
    [InlineData("R-1,Deleted,2026-11-01,Kim,CSUN,,p-1", "column Borrowing Request Status says that the request is deleted; leave it out of the export")]
    [InlineData("R-1,LOANED,,Kim,CSUN,,p-1", "column Status Date is empty; ages count from it; add the date")]
    [InlineData("R-1,LOANED,2026-11-01,Kim,CSUN,patron-7,p-1", "column Due Date is no date; write it like 2026-12-18, or give --dates mdy or --dates dmy")]
    public async Task A_bad_row_is_told_and_the_others_are_taken(string row, string fault)
    {
        var answer = await ImportAsync(row, "R-2,LOANED,2026-11-01,Kim,CSUN,,p-1");

        Assert.Equal((2, $"requests.csv:2: {fault}.\n"), (answer.ExitCode, answer.Error));
        Assert.Contains("{\"added\":1,", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_on_two_lines_is_taken_from_the_first()
    {
        var answer = await ImportAsync("R-1,LOANED,2026-11-01,Kim,CSUN,,p-1", "R-1,LOANED,2026-11-01,Kim,CHICO,,p-1");

        Assert.Equal((2, "requests.csv:3: the request is on line 2 too; leave one row for each request.\n"), (answer.ExitCode, answer.Error));
    }

    [Fact]
    public async Task An_unknown_status_is_kept_in_its_own_words_under_the_one_that_the_call_names()
    {
        var path = await _tool.WriteAsync("requests.csv", Header, "R-1,Claimed,2026-11-01,Kim,CSUN,,p-1");
        var answer = await _tool.RunAsync("import-alma", path, "--db", _tool["alma.db"], "--library", "SDSU", "--unknown", "OverdueRequest");
        var named = await _tool.RunAsync("import-alma", path, "--db", _tool["alma.db"], "--library", "SDSU", "--status", "claimed=OVERDUE_ITEM");

        Assert.Equal(
            (2, "requests.csv:2: column Borrowing Request Status has a status that is not known, \"Claimed\"; it is taken as OverdueRequest; say what it means with --status \"Claimed=STATUS\".\n"),
            (answer.ExitCode, answer.Error));
        Assert.Equal((0, ""), (named.ExitCode, named.Error));
        await using var store = new Sqlite.SqliteWorkflowStore(_tool["alma.db"]);
        var history = await store.HistoryAsync("R-1", CancellationToken.None);
        Assert.Equal("Claimed", history[0].Data!.Unknown!["almaStatus"].GetString());
    }

    [Fact]
    public async Task Of_a_status_word_that_is_given_twice_the_last_one_counts()
    {
        var path = await _tool.WriteAsync("requests.csv", Header, "R-1,Claimed here,2026-11-01,Kim,CSUN,,p-1");

        var answer = await _tool.RunAsync(
            "import-alma", path, "--db", _tool["alma.db"], "--library", "SDSU", "--format", "json", "--status", "Claimed here=OverdueRequest", "--status", "claimed-here=LoanedItemToPatron");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Contains("\"statuses\":{\"LoanedItemToPatron\":1}", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_columns_of_the_items_are_named_in_any_case()
    {
        var items = await _tool.WriteAsync("alma-items.csv", "Loan For,Kind", "R-1,Loan");
        var path = await _tool.WriteAsync("requests.csv", Header, "R-1,LOANED,2026-11-01,Kim,CSUN,,p-1");

        var answer = await _tool.RunAsync(
            "import-alma", path, "--db", _tool["alma.db"], "--library", "SDSU", "--items", items, "--items-out", _tool["items.csv"],
            "--column", "Item-Request=Loan For", "--column", "PROCESS-TYPE=Kind");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Equal(["request,process_type", "R-1,Loan"], await File.ReadAllLinesAsync(_tool["items.csv"]));
    }

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("utf-8", ';')]
    [InlineData("utf-16", '\t')]
    [InlineData("utf-16BE", ',')]
    public async Task Encodings_and_delimiters_are_recognised(string encoding, char delimiter)
    {
        foreach (var mark in (bool[])[true, false])
        {
            var text = $"{Header.Replace(',', delimiter)}\r\n{"R-1,LOANED,2026-11-01,Łódź,CSUN,,p-1".Replace(',', delimiter)}\r\n";
            var coding = Encoding.GetEncoding(encoding);
            await File.WriteAllBytesAsync(_tool["requests.csv"], [.. mark ? coding.GetPreamble() : [], .. coding.GetBytes(text)]);

            var answer = await _tool.RunAsync("import-alma", _tool["requests.csv"], "--db", _tool[$"{mark}.db"], "--library", "SDSU", "--format", "json");

            Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
            Assert.Contains("\"added\":1,", answer.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_export_that_comes_through_a_pipe_is_read_from_its_first_character_on()
    {
        using var process = Tool.Start("import-alma", "/dev/stdin", "--db", _tool["alma.db"], "--library", "SDSU", "--format", "json");
        await process.StandardInput.WriteLineAsync($"{Header}\nR-1,LOANED,2026-11-01,Kim,CSUN,,p-1");
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("{\"added\":1,", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Iso", "UTC", "2026-12-01", false, "2026-12-01T00:00:00Z")]
    [InlineData("Iso", "America/Los_Angeles", "2026-12-01", true, "2026-12-02T07:59:59Z")]
    [InlineData("Iso", "America/Los_Angeles", "2026-12-01T08:00:00Z", true, "2026-12-01T08:00:00Z")]
    [InlineData("Iso", "America/Los_Angeles", "2026-03-08 02:30:00", false, "2026-03-08T10:30:00Z")]
    [InlineData("Mdy", "UTC", "2/3/2026 4:05:06 PM", false, "2026-02-03T16:05:06Z")]
    [InlineData("Dmy", "UTC", "2/3/2026 16:05", false, "2026-03-02T16:05:00Z")]
    [InlineData("Dmy", "UTC", "2.3.2026", false, "2026-03-02T00:00:00Z")]
    [InlineData("Iso", "UTC", "2/3/2026", false, null)]
    [InlineData("Mdy", "UTC", "31/12/2026", false, null)]
    public void Dates_are_read_in_the_librarys_order_and_zone(string order, string zone, string text, bool endOfDay, string? moment)
    {
        var dates = new AlmaDates(Enum.Parse<AlmaDateOrder>(order), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(moment, dates.Read(text, endOfDay) is { } read ? Terminal.Moment.Of(read) : null);
    }

    [Theory]
    [InlineData("--column sing=X", "--column sing is no column. The columns are: request, status, status-date, ")]
    [InlineData("--column title", "--column title is not NAME=HEADER. See: borrowing import-alma --help")]
    [InlineData("--column title=Song", "requests.csv:1: there is no column Song; correct --column title=Song.")]
    [InlineData("--status x=Sung", "--status Sung: there is no such status. ")]
    [InlineData("--unknown Deleted", "--unknown Deleted: there is no such status. ")]
    [InlineData("--time-zone Mars", "--time-zone Mars is no time zone of this machine. Write it like America/Los_Angeles.")]
    [InlineData("--dates roman", "Argument 'roman' not recognized. ")]
    [InlineData("--items x.csv", "--items ALMA-ITEMS.csv and --items-out ITEMS.csv go together.")]
    public async Task A_wrong_call_is_explained_and_makes_nothing(string options, string sentence)
    {
        var path = await _tool.WriteAsync("requests.csv", Header);

        var answer = await _tool.RunAsync(["import-alma", path, "--db", _tool["alma.db"], .. options.Split(' ')]);

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith(sentence, answer.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool["alma.db"]));
    }

    [Fact]
    public async Task A_killed_import_is_completed_by_the_next()
    {
        string[] rows = [.. Enumerable.Range(1, 3_000).Select(n => $"R-{n},LOANED,2026-11-01,Kim,CSUN,,p-{n}")];
        var path = await _tool.WriteAsync("requests.csv", [Header, .. rows.Take(1_000), "bad,row", .. rows.Skip(1_000)]);
        using (var process = Tool.Start("import-alma", path, "--db", _tool["alma.db"], "--library", "SDSU"))
        {
            // Reports come in file order: once this one is there, all rows before it are saved.
            Assert.Contains(":1002: ", await process.StandardError.ReadLineAsync(), StringComparison.Ordinal);
            process.Kill();
            await process.WaitForExitAsync();
        }

        var answer = await _tool.RunAsync("import-alma", path, "--db", _tool["alma.db"], "--library", "SDSU", "--format", "json");
        var status = await _tool.RunAsync("status", "--db", _tool["alma.db"], "--format", "json");
        var again = await _tool.RunAsync("import-alma", path, "--db", _tool["alma.db"], "--library", "SDSU", "--format", "json");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("\"updated\":0,", answer.Output, StringComparison.Ordinal);
        Assert.Equal("{\"LoanedItemToPatron\":3000}\n", status.Output);
        Assert.Contains("\"added\":0,\"updated\":0,\"unchanged\":3000,", again.Output, StringComparison.Ordinal);
    }

    private Task<Tool.Answer> ImportSampleAsync(params string[] more) => _tool.RunAsync(
        ["import-alma", Sample, "--db", _tool["alma.db"], "--dates", "mdy", "--time-zone", "America/Los_Angeles", "--format", "json", .. more]);

    private async Task<Tool.Answer> ImportAsync(params string[] rows) => await _tool.RunAsync(
        "import-alma", await _tool.WriteAsync("requests.csv", [Header, .. rows]), "--db", _tool["alma.db"], "--library", "SDSU", "--format", "json");

    private async Task<string> EverythingAsync(string request) =>
        (await _tool.RunAsync("show", request, "--db", _tool["alma.db"], "--format", "json")).Output;
}
