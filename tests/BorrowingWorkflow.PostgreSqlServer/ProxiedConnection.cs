using System.Net;
using System.Net.Sockets;

namespace BorrowingWorkflow.Tests.Servers;

/// <summary>One client's connection through a <see cref="TcpProxy"/>.</summary>
internal sealed class ProxiedConnection(TcpProxy proxy, Socket client) : IDisposable
{
    private const int BufferLength = 16 * 1024;

    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Passes bytes both ways until one side has ended, or the connection is cut.</summary>
    public async Task RunAsync(int target)
    {
        try
        {
            client.NoDelay = true;
            await _server.ConnectAsync(IPAddress.Loopback, target);
        }
        catch (Exception error) when (IsEnd(error))
        {
            Cut();
            return;
        }

        await Task.WhenAll(PassAsync(client, _server, ProxyDirection.ToServer), PassAsync(_server, client, ProxyDirection.ToClient));
    }

    /// <summary>
    /// Resets the client's side. The server's is shut down and only closed once nobody reads from it any more, since closing would reset it
    /// too, and what was passed on is to arrive.
    /// </summary>
    public void Cut()
    {
        try
        {
            client.LingerState = new(enable: true, seconds: 0);
        }
        catch (Exception error) when (IsEnd(error))
        {
        }

        client.Dispose();
        End(_server);
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private async Task PassAsync(Socket from, Socket to, ProxyDirection direction)
    {
        var buffer = new byte[BufferLength];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var received)
            {
                await proxy.WhileStalledAsync();
                var (bytes, cut) = proxy.LetThrough(direction, received);
                await SendAsync(to, buffer.AsMemory(0, bytes));
                if (cut is not null)
                {
                    Cut();
                    cut.Done.TrySetResult();
                }
            }
        }
        catch (Exception error) when (IsEnd(error))
        {
        }

        End(client);
        End(_server);
    }

    private static async Task SendAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await to.SendAsync(bytes)..];
        }
    }

    /// <summary>Ends whoever reads from the socket here, after what has been sent for the other side.</summary>
    private static void End(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception error) when (IsEnd(error))
        {
        }
    }

    /// <summary>A socket that has ended on either side; there is nobody to tell.</summary>
    private static bool IsEnd(Exception error) => error is SocketException or ObjectDisposedException;
}
