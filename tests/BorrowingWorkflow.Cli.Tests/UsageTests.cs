namespace BorrowingWorkflow.Cli.Tests;

/// <summary>Calls that are wrong: one sentence on standard error, nothing on standard output, exit status 2.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("", "Required command was not provided. See: borrowing --help")]
    [InlineData("sing", "Required command was not provided. Unrecognized command or argument 'sing'. See: borrowing --help")]
    [InlineData("status", "Name the database, with --db FILE.db or --postgres CONNECTION. See: borrowing status --help")]
    [InlineData("replay events.jsonl", "Name the database, with --db FILE.db or --postgres CONNECTION. See: borrowing replay --help")]
    [InlineData("checks --db term.db --postgres Host=h", "Name one database, with --db or with --postgres. See: borrowing checks --help")]
    [InlineData("status --postgres", "Required argument missing for option: '--postgres'. See: borrowing status --help")]
    [InlineData("replay --db term.db", "Required argument 'EVENTS.jsonl' missing for command: 'replay'. See: borrowing replay --help")]
    [InlineData("status --db term.db --format xml", "Argument 'xml' not recognized. Must be one of: 'json' 'table' See: borrowing status --help")]
    [InlineData("checks --db term.db --cadence hourly", "Argument 'hourly' not recognized. Must be one of: 'daily' 'weekly' 'monthly' 'all' See: borrowing checks --help")]
    [InlineData("checks --db term.db --preset other", "Argument 'other' not recognized. Must be one of: 'csu' 'extended' See: borrowing checks --help")]
    [InlineData("checks --db term.db --now yesterday", "--now yesterday is no moment. Write it like 2026-12-18T17:00:00Z. See: borrowing checks --help")]
    [InlineData("anomalies --db term.db --now 2026-12-18T17:00:00", "--now 2026-12-18T17:00:00 is no moment. Write it like 2026-12-18T17:00:00Z. See: borrowing anomalies --help")]
    [InlineData("checks --db term.db --by maria", "--by goes with --mark-done CHECK.")]
    [InlineData("checks --db term.db --mark-done active-notes", "--mark-done needs --by WHO: who worked the check.")]
    [InlineData("show @R1 --db term.db", "There is no database term.db. Check the path, or make one: borrowing replay EVENTS.jsonl --db term.db")]
    public async Task A_wrong_call_is_explained(string call, string sentence)
    {
        var answer = await _tool.RunAsync([.. call.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((2, "", sentence + "\n"), (answer.ExitCode, answer.Output, answer.Error));
    }

    [Fact]
    public async Task An_unknown_check_is_named_with_those_that_there_are()
    {
        var answer = await _tool.RunAsync("checks", "--db", "term.db", "--mark-done", "sing", "--by", "maria");

        Assert.Equal(2, answer.ExitCode);
        Assert.StartsWith("There is no check sing. The checks are: active-notes, ", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("effects")]
    [InlineData("checks")]
    [InlineData("anomalies")]
    [InlineData("show", "R1")]
    public async Task A_database_that_is_not_there_is_not_made(params string[] command)
    {
        var answer = await _tool.RunAsync([.. command, "--db", _tool["term.db"]]);

        Assert.Equal(
            (2, "", $"There is no database term.db. Check the path, or make one: borrowing replay EVENTS.jsonl --db term.db\n"),
            (answer.ExitCode, answer.Output, answer.Error));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_tool.Folder));
    }

    [Theory]
    [InlineData("status", "")]
    [InlineData("status", ":memory:")]
    [InlineData("replay", "")]
    [InlineData("replay", ":memory:")]
    public async Task A_database_is_a_file(string command, string db)
    {
        var answer = await _tool.RunAsync([command, .. command == "replay" ? [await _tool.WriteTermAsync()] : Array.Empty<string>(), "--db", db]);

        Assert.Equal((2, "", "--db names a file on a local disk.\n"), (answer.ExitCode, answer.Output, answer.Error));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("replay")]
    public async Task A_folder_is_no_database(string command)
    {
        var answer = await _tool.RunAsync([command, .. command == "replay" ? [await _tool.WriteTermAsync()] : Array.Empty<string>(), "--db", _tool.Folder]);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(" is a folder. Name ", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("replay")]
    public async Task A_file_that_is_no_database_stays_as_it_is(string command)
    {
        var events = await _tool.WriteTermAsync();
        var before = await File.ReadAllBytesAsync(events);

        var answer = await _tool.RunAsync([command, .. command == "replay" ? [await _tool.WriteAsync("other.jsonl")] : Array.Empty<string>(), "--db", events]);

        Assert.Equal((2, "events.jsonl is not a SQLite database, or it is encrypted. Give the store another path.\n"), (answer.ExitCode, answer.Error));
        Assert.Equal(before, await File.ReadAllBytesAsync(events));
    }

    [Fact]
    public async Task A_database_of_a_newer_schema_is_not_touched()
    {
        var db = await _tool.ReplayTermAsync();
        Sql(db, "UPDATE schema_version SET version = 900");

        var answer = await _tool.RunAsync("status", "--db", db);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("has schema version 900, but this program knows versions up to", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("replay")]
    public async Task Another_programs_database_is_not_touched(string command)
    {
        var db = _tool["other.db"];
        Sql(db, "CREATE TABLE bookmarks (url TEXT)", expected: 0);
        var before = await File.ReadAllBytesAsync(db);

        var answer = await _tool.RunAsync([command, .. command == "replay" ? [await _tool.WriteTermAsync()] : Array.Empty<string>(), "--db", db]);

        Assert.Equal((2, "other.db is a database of another program. Give --db another path.\n"), (answer.ExitCode, answer.Error));
        Assert.Equal(before, await File.ReadAllBytesAsync(db));
    }

    [Theory]
    [InlineData("missing.jsonl")]
    [InlineData(".")]
    public async Task Events_that_cannot_be_read_are_an_error_before_anything_is_made(string events)
    {
        var answer = await _tool.RunAsync("replay", _tool[events], "--db", _tool["term.db"]);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(" can't be read: ", answer.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool["term.db"]));
    }

    [Fact]
    public async Task Verdicts_never_overwrite_the_events()
    {
        var events = await _tool.WriteTermAsync();

        var answer = await _tool.RunAsync("replay", events, "--db", _tool["term.db"], "--verdicts", events);

        Assert.Equal((2, "EVENTS.jsonl, --db and --verdicts are different files; give each its own path.\n"), (answer.ExitCode, answer.Error));
        Assert.Equal(Tool.Term, await File.ReadAllLinesAsync(events));
    }

    [Fact]
    public async Task Verdicts_that_cannot_be_written_are_an_error()
    {
        var answer = await _tool.RunAsync("replay", await _tool.WriteTermAsync(), "--db", _tool["term.db"], "--verdicts", _tool["no/verdicts.jsonl"]);

        Assert.Equal(2, answer.ExitCode);
        Assert.StartsWith("The verdicts file no/verdicts.jsonl can't be written: ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_not_there_is_an_error()
    {
        var answer = await _tool.RunAsync("show", "R1", "--db", await _tool.ReplayTermAsync());

        Assert.Equal((2, "", "There is no request R1 in term.db. Check the id.\n"), (answer.ExitCode, answer.Output, answer.Error));
    }

    private static void Sql(string db, string sql, int expected = 1)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={db};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(expected, command.ExecuteNonQuery());
    }
}
