using System.Net;
using BorrowingWorkflow.Tests.Servers;

namespace BorrowingWorkflow.Aot;

/// <summary>Takes messages by HTTP on loopback and answers each with what it is told to.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<byte[], Task<(int Status, ReadOnlyMemory<byte> Body)>> _answer;
    private readonly Task _serving;

    public LoopbackServer(Func<byte[], Task<(int Status, ReadOnlyMemory<byte> Body)>> answer)
    {
        _answer = answer;
        Address = new($"http://127.0.0.1:{LoopbackPort.Find()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // It was stopped.
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var (status, answer) = await _answer(body.ToArray());
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/xml";
            context.Response.ContentLength64 = answer.Length;
            await context.Response.OutputStream.WriteAsync(answer);
            context.Response.Close();
        }
    }
}
