using BorrowingWorkflow.Tests.Servers;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql.Tests;

/// <summary>An empty database of the shared server, and a proxy before it.</summary>
internal sealed class ProxiedDatabase : IAsyncDisposable
{
    private readonly PostgreSqlServer _server;

    private ProxiedDatabase(PostgreSqlServer server, string direct) => (_server, Direct, Proxy) = (server, direct, new(server.Port));

    public TcpProxy Proxy { get; }

    /// <summary>Past the proxy, unpooled.</summary>
    public string Direct { get; }

    /// <summary>Through the proxy, unpooled.</summary>
    public string Through => Proxy.Through(Direct);

    public static async Task<ProxiedDatabase> CreateAsync()
    {
        var server = await PostgreSqlServer.SharedAsync();
        var database = await server.CreateDatabaseAsync();
        return new(server, new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await _server.DropDatabaseAsync(Direct);
    }
}
