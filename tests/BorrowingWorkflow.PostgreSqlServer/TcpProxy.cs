using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace BorrowingWorkflow.Tests.Servers;

/// <summary>
/// Stands on loopback between clients and a server, and spoils their connections on demand: cuts them, now or in the middle of a message,
/// stalls them, and refuses new ones.
/// </summary>
/// <remarks>
/// A client that is cut sees its connection reset. The server sees it end after the bytes that were let through, and acts on those.
/// Every member may be called from several threads.
/// </remarks>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly int _target;
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _connections = new();
    private readonly ProxyCut?[] _cuts = new ProxyCut?[Enum.GetValues<ProxyDirection>().Length];
    private readonly Lock _lock = new();
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;
    private TaskCompletionSource? _stall;

    /// <summary>A proxy that listens on a free port.</summary>
    /// <param name="target">The server's port on 127.0.0.1.</param>
    public TcpProxy(int target)
    {
        _target = target;
        Port = LoopbackPort.Find();
        Accept();
    }

    /// <summary>The port on 127.0.0.1; it stays the same while connections are refused.</summary>
    public int Port { get; }

    /// <summary>How many connections are open.</summary>
    public int Connections => _connections.Count;

    /// <summary>The connection string with this proxy in place of the server.</summary>
    public string Through(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = Port }.ConnectionString;

    /// <summary>Cuts every connection now.</summary>
    public void CutAll()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Cut();
        }
    }

    /// <summary>
    /// Cuts once: the connection on which the last of <paramref name="bytes"/> passes, counted from now over all connections. An earlier
    /// cut of that direction that did not happen yet is called off.
    /// </summary>
    /// <param name="direction">Which way the bytes go.</param>
    /// <param name="bytes">How many still pass; with 0 the next one finds the connection cut.</param>
    /// <returns>Completes when the connection has been cut; is cancelled where the cut is called off.</returns>
    public Task CutAfter(ProxyDirection direction, long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        var cut = new ProxyCut(bytes);
        Replace(direction, cut);
        return cut.Done.Task;
    }

    /// <summary>Calls off the cuts that did not happen yet.</summary>
    public void CallOff() => Array.ForEach(Enum.GetValues<ProxyDirection>(), direction => Replace(direction, null));

    /// <summary>Lets no byte through, either way, until <see cref="Resume"/>. Connections stay open and new ones are taken.</summary>
    public void Stall() => Interlocked.CompareExchange(ref _stall, new(TaskCreationOptions.RunContinuationsAsynchronously), null);

    /// <summary>Lets everything through that was held back, and what comes after.</summary>
    public void Resume() => Interlocked.Exchange(ref _stall, null)?.SetResult();

    /// <summary>Refuses new connections, as a server that is down; those that are open go on.</summary>
    public void Refuse()
    {
        lock (_lock)
        {
            _listener?.Dispose();
            _listener = null;
        }
    }

    /// <summary>Takes new connections again.</summary>
    public void Accept()
    {
        lock (_lock)
        {
            if (_listener is null)
            {
                _listener = new(IPAddress.Loopback, Port);
                _listener.Start();
                _accepting = AcceptAsync(_listener);
            }
        }
    }

    /// <summary>Cuts every connection and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        Refuse();
        await _accepting;
        CutAll();
        Resume();
        await Task.WhenAll(_connections.Values);
        CallOff();
    }

    internal Task WhileStalledAsync() => Volatile.Read(ref _stall)?.Task ?? Task.CompletedTask;

    /// <summary>How many of the bytes may pass, and the cut that is to follow, if one is.</summary>
    internal (int Bytes, ProxyCut? Cut) LetThrough(ProxyDirection direction, int bytes)
    {
        lock (_lock)
        {
            if (_cuts[(int)direction] is not { } cut)
            {
                return (bytes, null);
            }

            var passing = (int)Math.Min(bytes, cut.Remaining);
            cut.Remaining -= passing;
            if (cut.Remaining > 0)
            {
                return (passing, null);
            }

            _cuts[(int)direction] = null;
            return (passing, cut);
        }
    }

    private void Replace(ProxyDirection direction, ProxyCut? cut)
    {
        lock (_lock)
        {
            _cuts[(int)direction]?.Done.TrySetCanceled();
            _cuts[(int)direction] = cut;
        }
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await listener.AcceptSocketAsync();
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            var connection = new ProxiedConnection(this, client);
            var running = new TaskCompletionSource();
            _connections[connection] = running.Task;
            _ = RunAsync(connection, running);
        }
    }

    private async Task RunAsync(ProxiedConnection connection, TaskCompletionSource running)
    {
        using (connection)
        {
            await connection.RunAsync(_target);
        }

        _connections.TryRemove(connection, out _);
        running.SetResult();
    }
}
