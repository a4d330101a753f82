using System.Net;
using System.Net.Sockets;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>A port of the loopback interface that nobody listens on, and that nobody else can take meanwhile.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_socket.LocalEndPoint!).Port}/iso18626");

    public void Dispose() => _socket.Dispose();
}
