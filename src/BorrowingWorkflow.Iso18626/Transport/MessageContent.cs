using System.Net;

namespace BorrowingWorkflow.Iso18626.Transport;

/// <summary>
/// A message as the content of an HTTP request. It knows whether its writing was ever begun: as long as it was not, the peer certainly has
/// not got the message. And it is written once only, whatever handlers a host puts into its HTTP clients: nobody can repeat it unseen.
/// </summary>
internal sealed class MessageContent : HttpContent
{
    private readonly byte[] _message;
    private int _begun;

    public MessageContent(byte[] message)
    {
        _message = message;
        Headers.ContentType = new("application/xml") { CharSet = "utf-8" };
    }

    public bool HasBegun => Volatile.Read(ref _begun) != 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _begun, 1) != 0)
        {
            throw new InvalidOperationException("An ISO 18626 message is sent once. Take handlers that repeat requests out of the client.");
        }

        return stream.WriteAsync(_message, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _message.Length;
        return true;
    }
}
