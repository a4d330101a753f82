using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BorrowingWorkflow.Tests.Servers;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql.Tests;

/// <summary>The server that the other tests rely on.</summary>
public class ServerTests
{
    [PostgreSqlFact]
    public void A_folder_that_is_named_is_the_only_one_that_is_looked_in()
    {
        var empty = Directory.CreateTempSubdirectory("borrowing-");
        try
        {
            Assert.NotNull(PostgreSqlBinaries.Find(named: null));
            Assert.Null(PostgreSqlBinaries.Find(empty.FullName));
            Array.ForEach(["initdb", "pg_ctl", "postgres"], program => File.CreateSymbolicLink(Path.Combine(empty.FullName, program), "/nowhere"));
            Assert.Null(PostgreSqlBinaries.Find(empty.FullName));
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    [PostgreSqlFact]
    public async Task What_was_committed_is_there_after_every_kind_of_restart()
    {
        await using var server = await PostgreSqlServer.StartNewAsync();
        var database = await server.CreateDatabaseAsync();
        await Sql(database, "CREATE TABLE kept (n int)");
        var port = server.Port;

        await Sql(database, "INSERT INTO kept VALUES (1)");
        await server.KillAsync();
        Assert.False(server.IsRunning);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Sql(database, "SELECT 1"));
        await server.RestartAsync();
        Assert.Contains("database system was not properly shut down", server.Log, StringComparison.Ordinal);

        await Sql(database, "INSERT INTO kept VALUES (2)");
        await server.StopAsync(StopMode.Immediate);
        await server.StartAsync();
        await Sql(database, "INSERT INTO kept VALUES (3)");
        await server.RestartAsync();

        Assert.Equal(port, server.Port);
        Assert.Equal(3L, await Sql(database, "SELECT count(*) FROM kept"));
    }

    [PostgreSqlFact]
    public async Task A_kill_ends_a_transaction_in_the_middle()
    {
        await using var server = await PostgreSqlServer.StartNewAsync();
        var database = await server.CreateDatabaseAsync();
        await Sql(database, "CREATE TABLE kept (n int)");
        await using var connection = new NpgsqlConnection(Unpooled(database));
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = new NpgsqlCommand("INSERT INTO kept VALUES (1)", connection, transaction);
        await insert.ExecuteNonQueryAsync();

        await server.KillAsync();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => transaction.CommitAsync());
        await server.StartAsync();
        Assert.Equal(0L, await Sql(database, "SELECT count(*) FROM kept"));
    }

    [PostgreSqlFact]
    public async Task Databases_are_fresh_and_apart_and_can_be_dropped_while_they_are_used()
    {
        var server = await PostgreSqlServer.SharedAsync();
        Assert.Same(server, await PostgreSqlServer.SharedAsync());
        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => server.CreateDatabaseAsync()));

        await Task.WhenAll(databases.Select(database => Sql(database, "CREATE TABLE here (n int)")));
        await using var connection = new NpgsqlConnection(Unpooled(databases[0]));
        await connection.OpenAsync();
        await Task.WhenAll(databases.Select(server.DropDatabaseAsync));

        var error = await Assert.ThrowsAsync<PostgresException>(() => Sql(databases[0], "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, error.SqlState);
    }

    [PostgreSqlFact]
    public async Task It_listens_on_loopback_alone_and_asks_for_the_password()
    {
        var server = await PostgreSqlServer.SharedAsync();
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guessed" }.ConnectionString;

        var error = await Assert.ThrowsAsync<PostgresException>(() => Sql(wrong, "SELECT 1"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, error.SqlState);
        Assert.Equal("127.0.0.1", await Sql(server.ConnectionString, "SHOW listen_addresses"));
    }

    [PostgreSqlFact]
    public async Task Text_is_utf8_and_sorts_by_bytes_unless_another_collation_is_asked_for()
    {
        const string Sorted = "SELECT string_agg(t, '' ORDER BY t) FROM unnest(ARRAY['a', 'B', 'é', 'z']) t";
        var server = await PostgreSqlServer.SharedAsync();
        var byBytes = await server.CreateDatabaseAsync();
        var english = await server.CreateDatabaseAsync(icuLocale: "en-US");

        Assert.Equal("UTF8", await Sql(byBytes, "SHOW server_encoding"));
        Assert.Equal("Bazé", await Sql(byBytes, Sorted));
        Assert.Equal("aBéz", await Sql(english, Sorted));

        await server.DropDatabaseAsync(byBytes);
        await server.DropDatabaseAsync(english);
    }

    [PostgreSqlFact]
    public async Task Settings_win_over_the_servers_own()
    {
        await using var server = await PostgreSqlServer.StartNewAsync(
            new() { Fsync = false, Settings = new Dictionary<string, string> { ["max_connections"] = "20" } });

        Assert.Equal("off", await Sql(server.ConnectionString, "SHOW fsync"));
        Assert.Equal("20", await Sql(server.ConnectionString, "SHOW max_connections"));
    }

    [PostgreSqlFact]
    public async Task A_server_that_cannot_start_says_why()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => PostgreSqlServer.StartNewAsync(
            new() { Settings = new Dictionary<string, string> { ["no_such_setting"] = "1" } }));

        Assert.Contains("unrecognized configuration parameter \"no_such_setting\"", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<InvalidOperationException>(() => PostgreSqlServer.StartNewAsync(new() { Locale = "xx_XX" }));
        Assert.Contains("invalid locale name \"xx_XX\"", error.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task A_restart_waits_for_its_port()
    {
        await using var server = await PostgreSqlServer.StartNewAsync();
        await server.StopAsync();
        using var other = new TcpListener(IPAddress.Loopback, server.Port);
        other.Start();
        var starting = server.StartAsync();
        await WaitUntilAsync(() => server.Log.Contains("Address already in use", StringComparison.Ordinal));
        Assert.False(starting.IsCompleted);

        other.Stop();

        await starting;
        Assert.Equal(1, await Sql(server.ConnectionString, "SELECT 1"));
    }

    [PostgreSqlTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disposal_takes_the_processes_and_the_folder(bool killedBefore)
    {
        var server = await PostgreSqlServer.StartNewAsync();
        var folder = server.Folder;
        if (killedBefore)
        {
            await server.KillAsync();
        }

        await server.DisposeAsync();

        Assert.False(Directory.Exists(folder));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Sql(server.ConnectionString, "SELECT 1"));
    }

    [PostgreSqlFact]
    public async Task A_killed_test_process_leaves_no_server_behind()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "BorrowingWorkflow.PostgreSqlServer.dll"));
        using var process = Process.Start(start)!;
        var connectionString = (await process.StandardOutput.ReadLineAsync())!;
        var folder = (await process.StandardOutput.ReadLineAsync())!;
        Assert.Equal(1, await Sql(connectionString, "SELECT 1"));
        Assert.True(Directory.Exists(folder));

        process.Kill();

        await process.WaitForExitAsync();
        await WaitUntilAsync(() => !Directory.Exists(folder));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Sql(connectionString, "SELECT 1"));
    }

    /// <summary>What happens in another process tells nobody when it is done.</summary>
    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "It did not happen within 30 seconds.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    private static string Unpooled(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    private static async Task<object?> Sql(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
