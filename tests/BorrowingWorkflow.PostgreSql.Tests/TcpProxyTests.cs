using System.Net;
using System.Net.Sockets;
using System.Text;
using BorrowingWorkflow.Tests.Servers;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql.Tests;

/// <summary>The proxy that the fault tests spoil connections with.</summary>
public class TcpProxyTests
{
    private const string CreateTable = "CREATE TABLE kept (n int)";

    [PostgreSqlFact]
    public async Task Everything_passes_unspoiled()
    {
        await using var database = await ProxiedDatabase.CreateAsync();
        await using var connection = await OpenAsync(database.Through);
        var text = new string('é', 1_000_000);

        Assert.Equal(text, await ScalarAsync(connection, "SELECT @text", text));
        Assert.Equal(1, database.Proxy.Connections);
    }

    [PostgreSqlFact]
    public async Task A_cut_ends_every_connection_and_new_ones_are_taken()
    {
        await using var database = await ProxiedDatabase.CreateAsync();
        await using var first = await OpenAsync(database.Through);
        await using var second = await OpenAsync(database.Through);

        database.Proxy.CutAll();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(first, "SELECT 1"));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(second, "SELECT 1"));
        await using var third = await OpenAsync(database.Through);
        Assert.Equal(1, await ScalarAsync(third, "SELECT 1"));
    }

    [PostgreSqlFact]
    public async Task A_statement_that_is_cut_on_its_way_is_not_carried_out()
    {
        await using var database = await ProxiedDatabase.CreateAsync();
        await using var connection = await OpenAsync(database.Through);
        await ScalarAsync(connection, CreateTable);
        var cut = database.Proxy.CutAfter(ProxyDirection.ToServer, 20);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(connection, "INSERT INTO kept VALUES (1)"));

        await cut;
        Assert.Equal(0L, await CountAsync(database));
    }

    [PostgreSqlFact]
    public async Task A_statement_whose_answer_is_cut_is_carried_out_although_the_client_sees_a_fault()
    {
        await using var database = await ProxiedDatabase.CreateAsync();
        await using var connection = await OpenAsync(database.Through);
        await ScalarAsync(connection, CreateTable);
        var cut = database.Proxy.CutAfter(ProxyDirection.ToClient, 1);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(connection, "INSERT INTO kept VALUES (1)"));

        await cut;
        Assert.Equal(1L, await CountAsync(database));
    }

    [PostgreSqlFact]
    public async Task Exactly_the_bytes_that_were_asked_for_pass()
    {
        using var client = new TcpClient { NoDelay = true };
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        await using var proxy = new TcpProxy(((IPEndPoint)server.LocalEndpoint).Port);
        await client.ConnectAsync("127.0.0.1", proxy.Port);
        using var accepted = await server.AcceptTcpClientAsync();
        var cut = proxy.CutAfter(ProxyDirection.ToServer, 7);

        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("borrowing"));

        using var reader = new StreamReader(accepted.GetStream());
        Assert.Equal("borrowi", await reader.ReadToEndAsync());
        await cut;
        var error = await Assert.ThrowsAsync<IOException>(() => client.GetStream().ReadAsync(new byte[1]).AsTask());
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(error.InnerException).SocketErrorCode);
    }

    [PostgreSqlFact]
    public async Task A_cut_that_is_called_off_does_not_happen()
    {
        await using var database = await ProxiedDatabase.CreateAsync();
        await using var connection = await OpenAsync(database.Through);
        var cut = database.Proxy.CutAfter(ProxyDirection.ToServer, 0);

        database.Proxy.CallOff();

        Assert.Equal(1, await ScalarAsync(connection, "SELECT 1"));
        await Assert.ThrowsAsync<TaskCanceledException>(() => cut);
    }

    [PostgreSqlFact]
    public async Task What_is_stalled_goes_on_where_it_stood()
    {
        await using var database = await ProxiedDatabase.CreateAsync();
        await using var connection = await OpenAsync(database.Through);
        database.Proxy.Stall();
        var selecting = ScalarAsync(connection, "SELECT 1");
        await using var beside = await OpenAsync(database.Direct);
        Assert.Equal(1, await ScalarAsync(beside, "SELECT 1"));
        Assert.False(selecting.IsCompleted);

        database.Proxy.Resume();

        Assert.Equal(1, await selecting);
    }

    [PostgreSqlFact]
    public async Task Refusing_leaves_open_connections_alone()
    {
        await using var database = await ProxiedDatabase.CreateAsync();
        await using var connection = await OpenAsync(database.Through);

        database.Proxy.Refuse();

        Assert.Equal(1, await ScalarAsync(connection, "SELECT 1"));
        var error = await Assert.ThrowsAnyAsync<NpgsqlException>(() => OpenAsync(database.Through));
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(error.InnerException).SocketErrorCode);
        database.Proxy.Accept();
        await using var again = await OpenAsync(database.Through);
        Assert.Equal(1, await ScalarAsync(again, "SELECT 1"));
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> CountAsync(ProxiedDatabase database)
    {
        await using var connection = await OpenAsync(database.Direct);
        return await ScalarAsync(connection, "SELECT count(*) FROM kept");
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, string? text = null)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (text is not null)
        {
            command.Parameters.AddWithValue("text", text);
        }

        return await command.ExecuteScalarAsync();
    }
}
