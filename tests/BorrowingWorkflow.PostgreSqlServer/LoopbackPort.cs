using System.Net;
using System.Net.Sockets;

namespace BorrowingWorkflow.Tests.Servers;

/// <summary>Ports of this machine that nobody listens on.</summary>
internal static class LoopbackPort
{
    /// <summary>
    /// Below the range from which systems give ports to outgoing connections: there, a client that tries again and again to reach a
    /// server that is down would some day be given that very port, and be connected with itself.
    /// </summary>
    private const int First = 20_000;
    private const int Last = 29_999;
    private const int Tries = 100;

    /// <summary>A free port. Another program may still take it before it is used.</summary>
    public static int Find()
    {
        for (var i = 0; i < Tries; i++)
        {
            var port = Random.Shared.Next(First, Last + 1);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
            }
        }

        throw new InvalidOperationException($"None of {Tries} ports from {First} to {Last} is free.");
    }
}
