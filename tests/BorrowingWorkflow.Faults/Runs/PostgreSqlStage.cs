using System.Data.Common;
using BorrowingWorkflow.PostgreSql;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Tests.Servers;
using Npgsql;

namespace BorrowingWorkflow.Faults.Runs;

/// <summary>A PostgreSQL server, and a proxy before it for each host, so that one can be cut off while the others go on.</summary>
internal sealed class PostgreSqlStage : IStage
{
    /// <summary>What a cut is counted as that has found its byte.</summary>
    public const string CutOut = "cuts that fell on a message to the server";

    /// <summary>What a cut is counted as that has found its byte.</summary>
    public const string CutBack = "cuts that fell on an answer";

    // A round trip of a save is a few thousand bytes one way and a few hundred back: a cut falls before, into or behind it.
    private const int MostBytesOut = 12_000;
    private const int MostBytesBack = 3_000;
    private const int MostMeanwhile = 12;

    // Acknowledgements may stop while a host is cut off, once every caller waits for that host.
    private static readonly TimeSpan Meanwhile = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UntilTheByte = TimeSpan.FromSeconds(5);

    private readonly PostgreSqlServer _server;
    private readonly string _database;
    private readonly TcpProxy[] _proxies;

    private PostgreSqlStage(PostgreSqlServer server, string database, int hosts)
    {
        (_server, _database) = (server, database);
        _proxies = [.. Enumerable.Range(0, hosts).Select(_ => new TcpProxy(server.Port))];
        Faults =
        [
            new("server killed", 3, (_, _) => KillAsync()),
            new("server restarted", 2, (random, _) => _server.RestartAsync(random.Next(2) == 0 ? StopMode.Fast : StopMode.Immediate)),
            new("connection cut in a message to the server", 8, (random, tally) => CutAsync(ProxyDirection.ToServer, random.Next(MostBytesOut), random, tally)),
            new("connection cut in an answer", 8, (random, tally) => CutAsync(ProxyDirection.ToClient, random.Next(MostBytesBack), random, tally)),
            new("all connections cut", 4, (random, _) => Do(() => Any(random).CutAll())),
            new("connections stalled", 2, StallAsync),
            new("connections refused", 2, RefuseAsync),
        ];
    }

    public string Name => "postgresql";

    public IReadOnlyList<Fault> Faults { get; }

    public static async Task<PostgreSqlStage> StartAsync(int hosts)
    {
        var server = await PostgreSqlServer.StartNewAsync();
        return new(server, await server.CreateDatabaseAsync(), hosts);
    }

    public string ConnectionOf(int host) =>
        new NpgsqlConnectionStringBuilder(_proxies[host].Through(_database)) { MaxPoolSize = 20, Timeout = 5, CommandTimeout = 10 }.ConnectionString;

    public RelationalWorkflowStore Open() => new PostgreSqlWorkflowStore(_database);

    public DbConnection Connect() => new NpgsqlConnection(_database);

    public async Task HealAsync()
    {
        foreach (var proxy in _proxies)
        {
            proxy.CallOff();
            proxy.Resume();
            proxy.Accept();
        }

        if (!_server.IsRunning)
        {
            await _server.StartAsync();
        }
    }

    public Task<IReadOnlyList<string>> DamageAsync() =>
        Task.FromResult<IReadOnlyList<string>>([.. _server.Log.Split('\n').Where(line => line.Contains("PANIC:", StringComparison.Ordinal))]);

    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in _proxies)
        {
            await proxy.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    private async Task KillAsync()
    {
        await _server.KillAsync();
        await _server.StartAsync();
    }

    /// <summary>The cut waits for its byte; the run goes on after a while, wherever that byte is.</summary>
    private async Task CutAsync(ProxyDirection direction, int bytes, Random random, Tally tally)
    {
        var cut = Any(random).CutAfter(direction, bytes);
        _ = cut.ContinueWith(
            done => tally.Count(done.IsCanceled ? "cuts called off" : direction == ProxyDirection.ToServer ? CutOut : CutBack), TaskScheduler.Default);
        await Task.WhenAny(cut, Task.Delay(UntilTheByte, TimeProvider.System));
    }

    private async Task StallAsync(Random random, Tally tally)
    {
        var proxy = Any(random);
        proxy.Stall();
        await tally.AcknowledgementsAsync(random.Next(1, MostMeanwhile), Meanwhile);
        proxy.Resume();
    }

    private async Task RefuseAsync(Random random, Tally tally)
    {
        var proxy = Any(random);
        proxy.Refuse();
        proxy.CutAll();
        await tally.AcknowledgementsAsync(random.Next(1, MostMeanwhile), Meanwhile);
        proxy.Accept();
    }

    private TcpProxy Any(Random random) => _proxies[random.Next(_proxies.Length)];

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
