using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;

namespace BorrowingWorkflow.Tests.Servers;

/// <summary>
/// A real PostgreSQL for tests: a cluster of its own in a temporary folder, on a free loopback port. It can be stopped, killed and started
/// again on the same port and data. It goes when it is disposed, and when this process ends without that, kill -9 included.
/// </summary>
/// <remarks>Starting, stopping and killing are for one caller at a time; databases may be made and dropped from several.</remarks>
public sealed partial class PostgreSqlServer : IAsyncDisposable
{
    private static readonly TimeSpan TimeToStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly Lazy<Task<PostgreSqlServer>> Shared = new(() => StartNewAsync());

    private readonly string _binaries;
    private readonly PostgreSqlOptions _options;
    private readonly ClusterKeeper _keeper;
    private readonly NpgsqlConnectionStringBuilder _settings;
    private Process? _postmaster;

    private PostgreSqlServer(string binaries, PostgreSqlOptions options, ClusterKeeper keeper, string password)
    {
        (_binaries, _options, _keeper) = (binaries, options, keeper);
        _settings = new() { Host = "127.0.0.1", Port = LoopbackPort.Find(), Username = "postgres", Password = password, Database = "postgres" };
    }

    /// <summary>The port on 127.0.0.1; it stays the same for the server's life.</summary>
    public int Port => _settings.Port;

    /// <summary>The folder with the cluster and the server's log.</summary>
    public string Folder => _keeper.Folder;

    /// <summary>The administrator's connection string, for the database <c>postgres</c>.</summary>
    public string ConnectionString => _settings.ConnectionString;

    /// <summary>Whether the server's process is there.</summary>
    public bool IsRunning => _postmaster is { HasExited: false };

    /// <summary>What the server has written to its log.</summary>
    public string Log => File.Exists(LogFile) ? File.ReadAllText(LogFile) : "";

    private string LogFile => Path.Combine(Folder, "server.log");

    /// <summary>The server that all tests of one process share: started by the first that asks, gone with the process. Nobody stops it.</summary>
    public static Task<PostgreSqlServer> SharedAsync() => Shared.Value;

    /// <summary>Makes a cluster and starts it.</summary>
    /// <exception cref="InvalidOperationException">There is no PostgreSQL on this machine, or it did not start; the message says why.</exception>
    public static async Task<PostgreSqlServer> StartNewAsync(PostgreSqlOptions? options = null)
    {
        options ??= new();
        var binaries = PostgreSqlBinaries.Find() ?? throw new InvalidOperationException($"This {PostgreSqlBinaries.ReasonWhyMissing()}.");
        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var keeper = await ClusterKeeper.StartAsync(binaries, options.Locale, password);
        PostgreSqlServer server = new(binaries, options, keeper, password);
        try
        {
            await server.StartAsync(mayMove: true);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server again after a stop or a kill, on the same port and data. Returns when it takes connections.</summary>
    /// <exception cref="InvalidOperationException">It runs already, or it did not start within a minute; the message has its log.</exception>
    public Task StartAsync() =>
        IsRunning ? throw new InvalidOperationException("The server runs already.") : StartAsync(mayMove: false);

    /// <summary>Stops the server and waits until it has gone.</summary>
    public async Task StopAsync(StopMode mode = StopMode.Fast)
    {
        var postmaster = _postmaster ?? throw new InvalidOperationException("The server does not run.");
        string[] arguments = ["stop", "--silent", "-D", "data", "-w", "-m", mode == StopMode.Fast ? "fast" : "immediate"];
        using var stop = ServerCommand.Start(ServerCommand.Of(Path.Combine(_binaries, "pg_ctl"), Folder, arguments));
        await stop.WaitForExitAsync();
        if (stop.ExitCode != 0)
        {
            throw new InvalidOperationException($"pg_ctl could not stop the server:\n{Log}");
        }

        await postmaster.WaitForExitAsync();
        Forget();
    }

    /// <summary>Kills the server and every process of it with kill -9, as a crash would.</summary>
    public async Task KillAsync()
    {
        var postmaster = _postmaster ?? throw new InvalidOperationException("The server does not run.");
        postmaster.Kill(entireProcessTree: true);
        await postmaster.WaitForExitAsync();
        Forget();
    }

    /// <summary>Stops the server and starts it again on the same port and data; one that was stopped or killed is only started.</summary>
    public async Task RestartAsync(StopMode mode = StopMode.Fast)
    {
        if (IsRunning)
        {
            await StopAsync(mode);
        }

        await StartAsync();
    }

    /// <summary>Ends the server at once and deletes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await _keeper.DisposeAsync();
        Forget();
    }

    private void Forget()
    {
        _postmaster?.Dispose();
        _postmaster = null;
    }

    /// <summary>
    /// A start fails while another program has the port, and for a moment after a kill while the last of the killed processes goes.
    /// </summary>
    private async Task StartAsync(bool mayMove)
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            Forget();
            var before = Log.Length;
            _postmaster = ServerCommand.Start(Postmaster());
            while (!_postmaster.HasExited)
            {
                if (await TakesConnectionsAsync())
                {
                    return;
                }

                if (started.Elapsed > TimeToStart)
                {
                    throw new InvalidOperationException($"PostgreSQL took no connections for {TimeToStart.TotalSeconds} seconds:\n{Log[before..]}");
                }

                await Task.Delay(BetweenLooks, TimeProvider.System);
            }

            var log = Log[before..];
            var portIsTaken = log.Contains("Address already in use", StringComparison.Ordinal);
            var passes = portIsTaken || log.Contains("is still in use", StringComparison.Ordinal);
            if (!passes || started.Elapsed > TimeToStart)
            {
                throw new InvalidOperationException($"PostgreSQL did not start:\n{log}");
            }

            if (portIsTaken && mayMove)
            {
                _settings.Port = LoopbackPort.Find();
            }
            else
            {
                await Task.Delay(BetweenLooks, TimeProvider.System);
            }
        }
    }

    /// <summary>The shell makes way for the server, so that the process is the server itself.</summary>
    private ProcessStartInfo Postmaster() => ServerCommand.Of(
        "/bin/sh",
        Folder,
        ["-c", "exec \"$@\" </dev/null >>server.log 2>&1", "sh", Path.Combine(_binaries, "postgres"), "-D", "data", .. _options.AsArguments(Port, Folder)]);

    /// <summary>Another server on the port does not know the password, so this one is not taken for it.</summary>
    private async Task<bool> TakesConnectionsAsync()
    {
        try
        {
            await using var connection = await ConnectAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
