using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>A server on the loopback interface that reads whole requests, counts them, and answers as it is told, however badly. For any number of connections.</summary>
internal sealed class RawPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private readonly List<RawRequest> _requests = [];
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private readonly X509Certificate2? _certificate;

    public RawPeer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public Uri Endpoint => new($"{(_certificate is null ? "http" : "https")}://localhost:{Port}/iso18626");

    /// <summary>Answers a request on its connection; false closes the connection.</summary>
    public Func<RawRequest, Stream, Task<bool>> Answer { get; set; } = Answers.Ok;

    /// <summary>Called with a connection before a request is read from it; false closes it.</summary>
    public Func<Socket, bool> Welcome { get; set; } = _ => true;

    /// <summary>The certificate that the caller showed last.</summary>
    public X509Certificate? Caller { get; private set; }

    /// <summary>Cancelled when the server ends, for answers that hang.</summary>
    public CancellationToken End => _end.Token;

    public IReadOnlyList<RawRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>How many connections there were.</summary>
    public int Connections
    {
        get
        {
            lock (_lock)
            {
                return _connections.Count;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        Task[] open;
        lock (_lock)
        {
            open = [.. _connections];
        }

        await Task.WhenAll(open);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_end.Token);
                lock (_lock)
                {
                    _connections.Add(Task.Run(() => ServeAsync(socket)));
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                if (!Welcome(socket))
                {
                    return;
                }

                await using var stream = await OpenAsync(socket);
                while (await ReadAsync(stream) is { } request)
                {
                    lock (_lock)
                    {
                        _requests.Add(request);
                    }

                    if (!await Answer(request, stream))
                    {
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        var plain = new NetworkStream(socket, ownsSocket: false);
        if (_certificate is null)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = _certificate,
                ClientCertificateRequired = true,
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                {
                    Caller = certificate is null ? null : new X509Certificate2(certificate);
                    return certificate is not null;
                },
            },
            _end.Token);
        return secure;
    }

    private async Task<RawRequest?> ReadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _end.Token) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var length = head.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1];
        var body = new byte[int.Parse(length, null)];
        await stream.ReadExactlyAsync(body, _end.Token);
        return new(head.ToString(), body);
    }
}
