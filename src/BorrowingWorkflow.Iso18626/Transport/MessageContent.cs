using System.Net;

namespace BorrowingWorkflow.Iso18626.Transport;

/// <summary>
/// A message as the content of an HTTP request. It knows whether its writing was ever begun: as long as it was not, the peer certainly has
/// not got the message. And it goes to the network once only; see <see cref="OnceHandler"/>.
/// </summary>
internal sealed class MessageContent : HttpContent
{
    private readonly byte[] _message;
    private int _begun;
    private int _passed;

    public MessageContent(byte[] message)
    {
        _message = message;
        Headers.ContentType = new("application/xml") { CharSet = "utf-8" };
    }

    public bool HasBegun => Volatile.Read(ref _begun) != 0;

    /// <summary>True the first time only.</summary>
    public bool TryPass() => Interlocked.Exchange(ref _passed, 1) == 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _begun, 1);
        return stream.WriteAsync(_message, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _message.Length;
        return true;
    }
}
