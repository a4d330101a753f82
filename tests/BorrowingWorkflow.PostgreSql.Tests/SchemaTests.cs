using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Tests.Servers;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql.Tests;

public class SchemaTests
{
    private static readonly Migration Third = new(3, dialect => [$"ALTER TABLE request ADD COLUMN colour {dialect.Text}", "UPDATE request SET colour = 'blue'"]);

    [PostgreSqlFact]
    public async Task Hosts_that_start_together_create_one_schema()
    {
        var database = await DatabaseAsync();
        List<Host> hosts = [.. Enumerable.Range(0, 6).Select(_ => new Host(database))];

        var results = await Task.WhenAll(hosts.Select((host, i) => Task.Run(async () => await host.SubmitAsync($"R-{i}"))));

        Assert.All(results, result => Assert.Equal(Verdict.Applied, result.Verdict));
        Assert.Equal(1L, await SqlAsync(database, "SELECT COUNT(*) FROM schema_version"));
        await Task.WhenAll(hosts.Select(host => host.DisposeAsync().AsTask()));
    }

    [PostgreSqlFact]
    public async Task An_older_schema_is_upgraded_in_place_and_keeps_what_it_holds()
    {
        var database = await WithARequestAsync();
        await using var store = Store(database, Third);

        Assert.Equal("R-1", (await store.FindAsync("R-1"))!.Id.Value);
        Assert.Equal("blue", await SqlAsync(database, "SELECT colour FROM request"));
        Assert.Equal(3L, await SqlAsync(database, "SELECT version FROM schema_version"));
    }

    [PostgreSqlFact]
    public async Task An_upgrade_that_fails_leaves_the_database_as_it_was()
    {
        var database = await WithARequestAsync();
        await using var failing = Store(database, new(3, _ => ["ALTER TABLE request ADD COLUMN colour TEXT", "UPDATE no_such_table SET x = 1"]));

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await failing.FindAsync("R-1"));

        Assert.Equal(2L, await SqlAsync(database, "SELECT version FROM schema_version"));
        Assert.Equal(0L, await SqlAsync(database, "SELECT COUNT(*) FROM information_schema.columns WHERE table_name = 'request' AND column_name = 'colour'"));
    }

    [PostgreSqlFact]
    public async Task A_newer_schema_is_left_alone_and_says_what_to_do()
    {
        var database = await WithARequestAsync();
        await using (var newer = Store(database, Third))
        {
            await newer.FindAsync("R-1");
        }

        await using var host = new Host(database);
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await host.SubmitAsync("R-2"));

        Assert.Contains("has schema version 3, but this program knows versions up to 2: a newer one has written it. Update", error.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task A_schema_of_its_own_is_named_by_the_search_path()
    {
        var database = await DatabaseAsync();
        var own = new NpgsqlConnectionStringBuilder(database) { SearchPath = "borrowing" }.ConnectionString;
        await using (var early = new Host(own))
        {
            var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await early.SubmitAsync("R-1"));
            Assert.Contains("has no schema that the connection's search path names. Create it", error.Message, StringComparison.Ordinal);
        }

        await SqlAsync(database, "CREATE SCHEMA borrowing");
        await using var host = new Host(own);
        await host.SubmitAsync("R-1");

        Assert.Equal(1L, await SqlAsync(database, "SELECT COUNT(*) FROM borrowing.request"));
    }

    [PostgreSqlFact]
    public async Task Commits_that_are_not_durable_are_refused()
    {
        var database = await DatabaseAsync();
        await using var host = new Host(new NpgsqlConnectionStringBuilder(database) { Options = "-c synchronous_commit=off" }.ConnectionString);

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await host.SubmitAsync("R-1"));

        Assert.Contains("(synchronous_commit is off), and would lose requests in a crash. Set it to on", error.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task What_is_wrong_with_a_database_is_said()
    {
        var database = new NpgsqlConnectionStringBuilder(await DatabaseAsync());
        await SqlAsync(database.ConnectionString, "CREATE ROLE reader LOGIN PASSWORD 'r'");

        Assert.Contains("missing at 127.0.0.1", await FaultAsync(new(database.ConnectionString) { Database = "missing" }), StringComparison.Ordinal);
        Assert.Contains("does not exist. Create it (CREATE DATABASE)", await FaultAsync(new(database.ConnectionString) { Database = "missing" }), StringComparison.Ordinal);
        Assert.Contains("does not let this user in. Check user name and password", await FaultAsync(new(database.ConnectionString) { Password = "wrong" }), StringComparison.Ordinal);
        Assert.Contains("can't be used: No password has been provided", await FaultAsync(new(database.ConnectionString) { Password = null }), StringComparison.Ordinal);
        Assert.Contains("does not allow this user what the store needs: CREATE", await FaultAsync(new(database.ConnectionString) { Username = "reader", Password = "r" }), StringComparison.Ordinal);
        Assert.Contains("is read-only, as a standby is", await FaultAsync(new(database.ConnectionString) { Options = "-c default_transaction_read_only=on" }), StringComparison.Ordinal);

        static async Task<string> FaultAsync(NpgsqlConnectionStringBuilder connection)
        {
            await using var host = new Host(connection.ConnectionString);
            return (await Assert.ThrowsAsync<StoreUnavailableException>(async () => await host.SubmitAsync("R-1"))).Message;
        }
    }

    [PostgreSqlFact]
    public async Task A_data_source_of_the_hosts_stays_open_after_the_store()
    {
        await using var source = NpgsqlDataSource.Create(await DatabaseAsync());
        await using (var store = new PostgreSqlWorkflowStore(source))
        {
            Assert.Null(await store.FindAsync("R-1"));
        }

        await using var command = source.CreateCommand("SELECT COUNT(*) FROM request");
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData("Database=x")]
    [InlineData("host=h dbname=b password=s3cret")]
    public void A_connection_string_that_names_no_host_says_so_and_is_not_repeated(string connectionString)
    {
        var error = Assert.Throws<ArgumentException>(() => new PostgreSqlWorkflowStore(connectionString));

        Assert.Contains("names no host; it has names and values parted by semicolons, e.g. Host=localhost", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> WithARequestAsync()
    {
        var database = await DatabaseAsync();
        await using var host = new Host(database);
        await host.SubmitAsync("R-1");
        return database;
    }

    private static async Task<string> DatabaseAsync() => await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();

    private static PostgreSqlWorkflowStore Store(string database, Migration next) => new(NpgsqlDataSource.Create(database), isOwned: true, [.. Migrations.All, next]);

    private static async Task<object?> SqlAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
