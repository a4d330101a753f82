using BorrowingWorkflow.Tests.Servers;
using Npgsql;

namespace BorrowingWorkflow.Cli.Tests;

/// <summary>The same calls on PostgreSQL give what they give on SQLite, which other tests hold against what is expected.</summary>
public sealed class PostgreSqlTests : IDisposable
{
    private const string OfTheTool = "the tool's own";

    private readonly Tool _tool = new();

    /// <summary>The small term, and the large one where it is.</summary>
    public static TheoryData<string> Terms { get; } =
        SharedFolder.ReasonToSkip("data/term-2026-fall") is null ? [OfTheTool, "term-2026-fall"] : [OfTheTool];

    public void Dispose() => _tool.Dispose();

    [PostgreSqlTheory]
    [MemberData(nameof(Terms))]
    public async Task A_term_comes_out_as_on_SQLite(string term)
    {
        var events = term == OfTheTool ? await _tool.WriteTermAsync() : SharedFolder.Combine("data", term, "events.jsonl");
        var items = term == OfTheTool ? Tool.Items : SharedFolder.Combine("data", term, "items.csv");
        var server = await PostgreSqlServer.SharedAsync();
        var database = await server.CreateDatabaseAsync();
        string[] file = ["--db", _tool["term.db"]];
        string[] postgres = ["--postgres", database];

        var onFile = await _tool.RunAsync(["replay", events, .. file, "--verdicts", _tool["file.jsonl"]]);
        var onServer = await _tool.RunAsync(["replay", events, .. postgres, "--verdicts", _tool["server.jsonl"]]);
        Assert.Equal(onFile, onServer);
        Assert.Equal(0, onServer.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(_tool["file.jsonl"]), await File.ReadAllTextAsync(_tool["server.jsonl"]));
        var everything = await EverythingAsync(file, items);
        Assert.Equal(everything, await EverythingAsync(postgres, items));

        Assert.Equal(0, (await _tool.RunAsync(["replay", events, .. postgres, "--verdicts", _tool["again.jsonl"]])).ExitCode);
        var again = await File.ReadAllLinesAsync(_tool["again.jsonl"]);
        Assert.Equal((await File.ReadAllLinesAsync(events)).Length, again.Length);
        Assert.All(again, line => Assert.Contains("\"verdict\":\"Duplicate\"", line, StringComparison.Ordinal));
        Assert.Equal(everything, await EverythingAsync(postgres, items));
        await server.DropDatabaseAsync(database);
    }

    [PostgreSqlFact]
    public async Task A_check_that_was_worked_is_on_record()
    {
        var server = await PostgreSqlServer.SharedAsync();
        var database = await server.CreateDatabaseAsync();
        await _tool.RunAsync("replay", await _tool.WriteTermAsync(), "--postgres", database);
        string[] monthly = ["checks", "--postgres", database, "--cadence", "monthly", "--format", "csv"];
        Assert.Contains("request-completed,", (await _tool.RunAsync(monthly)).Output, StringComparison.Ordinal);

        var answer = await _tool.RunAsync("checks", "--postgres", database, "--mark-done", "request-completed", "--by", "maria");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Output));
        Assert.DoesNotContain("request-completed,", (await _tool.RunAsync(monthly)).Output, StringComparison.Ordinal);
        await server.DropDatabaseAsync(database);
    }

    [PostgreSqlTheory]
    [InlineData("status")]
    [InlineData("effects")]
    [InlineData("checks")]
    [InlineData("anomalies")]
    [InlineData("show", "R1")]
    public async Task Looking_makes_no_tables(params string[] command)
    {
        var server = await PostgreSqlServer.SharedAsync();
        var database = await server.CreateDatabaseAsync();

        var answer = await _tool.RunAsync([.. command, "--postgres", database]);

        Assert.Equal(
            (2, "", $"There are no requests in {Name(database)}. Check the name, or put some there: borrowing replay EVENTS.jsonl --postgres CONNECTION\n"),
            (answer.ExitCode, answer.Output, answer.Error));
        Assert.Equal(0L, await SqlAsync(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
        await server.DropDatabaseAsync(database);
    }

    [PostgreSqlFact]
    public async Task Another_programs_tables_are_left_alone_and_a_schema_of_ones_own_is_not()
    {
        var server = await PostgreSqlServer.SharedAsync();
        var database = await server.CreateDatabaseAsync();
        await SqlAsync(database, "CREATE TABLE bookmarks (url text); CREATE SCHEMA borrowing");
        var events = await _tool.WriteTermAsync();

        var answer = await _tool.RunAsync("replay", events, "--postgres", database);
        Assert.Equal(
            (2, $"In {Name(database)} are tables of another program. Name another database, or a schema with Search Path=…\n"), (answer.ExitCode, answer.Error));
        Assert.Equal(1L, await SqlAsync(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));

        Assert.Equal(0, (await _tool.RunAsync("replay", events, "--postgres", $"{database};Search Path=borrowing")).ExitCode);
        Assert.Equal(0, (await _tool.RunAsync("status", "--postgres", $"{database};Search Path=borrowing")).ExitCode);
        await server.DropDatabaseAsync(database);
    }

    [PostgreSqlFact]
    public async Task A_uri_names_it_too()
    {
        var server = await PostgreSqlServer.SharedAsync();
        var database = await server.CreateDatabaseAsync();
        var settings = new NpgsqlConnectionStringBuilder(database);
        await _tool.RunAsync("replay", await _tool.WriteTermAsync(), "--postgres", database);

        var answer = await _tool.RunAsync(
            "show", "R1", "--postgres", $"postgresql://postgres:{settings.Password}@127.0.0.1:{server.Port}/{settings.Database}?sslmode=disable&application_name=a-desk");

        Assert.Equal((2, $"There is no request R1 in {Name(database)}. Check the id.\n"), (answer.ExitCode, answer.Error));
        await server.DropDatabaseAsync(database);
    }

    [PostgreSqlFact]
    public async Task A_server_that_does_not_let_one_in_is_told_from_a_database_that_is_not_there()
    {
        var server = await PostgreSqlServer.SharedAsync();

        var wrongPassword = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "s3cret" }.ConnectionString;
        var answer = await _tool.RunAsync("status", "--postgres", wrongPassword);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains($"{Name(wrongPassword)[4..]} does not let this user in.", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", answer.Error, StringComparison.Ordinal);

        var wrongDatabase = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "nowhere" }.ConnectionString;
        answer = await _tool.RunAsync("replay", await _tool.WriteTermAsync(), "--postgres", wrongDatabase);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains($"{Name(wrongDatabase)[4..]} does not exist.", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("replay")]
    public async Task A_server_that_is_not_reached_is_named_without_the_password(string command)
    {
        // Nobody listens on the discard port.
        const string Nobody = "Host=127.0.0.1;Port=9;Database=borrowing;Username=staff;Password=s3cret";

        var answer = await _tool.RunAsync([command, .. command == "replay" ? [await _tool.WriteTermAsync()] : Array.Empty<string>(), "--postgres", Nobody]);

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("PostgreSQL database borrowing at 127.0.0.1:9 can't be reached.", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3cret")]
    [InlineData("Password=s3cret")]
    [InlineData("Host=localhost;Password=s3cret;s3cret")]
    [InlineData("Host=localhost;Port=s3cret")]
    [InlineData("Host=localhost;s3cret=1")]
    [InlineData("host=localhost dbname=borrowing password=s3cret")]
    [InlineData("Host=localhost;Database=borrowing Password=s3cret")]
    [InlineData("postgresql://")]
    [InlineData("postgresql://staff:s3cret@localhost:port/borrowing")]
    [InlineData("postgresql://staff:s3cret@localhost/borrowing?s3cret=1")]
    [InlineData("")]
    public async Task What_is_no_connection_is_explained_and_not_repeated(string connection)
    {
        var answer = await _tool.RunAsync("status", "--postgres", connection);

        Assert.Equal(
            (2, "", "--postgres names no database. Write it like \"Host=localhost;Database=borrowing;Username=borrowing\", or as postgresql://borrowing@localhost/borrowing.\n"),
            (answer.ExitCode, answer.Output, answer.Error));
    }

    [Theory]
    [InlineData("status", "Host=localhost;Password=s3cret")]
    [InlineData("status", "postgresql://staff:s3cret@localhost/borrowing")]
    [InlineData("status", "--postgres", "Host=localhost", "Password=s3cret", "s3cret")]
    [InlineData("status", "--db", "term.db", "--format", "Host=localhost;Pwd = 's3cret  s3cret'")]
    public async Task A_connection_in_the_wrong_place_is_not_repeated(params string[] call)
    {
        var answer = await _tool.RunAsync(call);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("'…'", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", answer.Error, StringComparison.Ordinal);
    }

    private static string Name(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return $"the PostgreSQL database {settings.Database} at {settings.Host}:{settings.Port}";
    }

    private async Task<string> EverythingAsync(string[] database, string items)
    {
        const string Now = "2026-12-18T17:00:00Z";
        var parts = new List<string>();
        foreach (var args in (string[][])
            [
                ["status"], ["effects"], ["show", "CSU-000001"], ["show", "CSU-000039"], ["checks", "--now", Now, "--preset", "extended"],
                ["anomalies", "--now", Now, "--items", items],
            ])
        {
            var answer = await _tool.RunAsync([.. args, .. database, "--format", "json"]);
            Assert.Equal(0, answer.ExitCode);
            parts.Add(answer.Output);
        }

        return string.Concat(parts);
    }

    private static async Task<object?> SqlAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
