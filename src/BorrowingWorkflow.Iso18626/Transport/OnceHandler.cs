namespace BorrowingWorkflow.Iso18626.Transport;

/// <summary>
/// Lets a message through once. It stands next to the network, behind whatever handlers a host puts into its HTTP clients: one that repeats
/// requests, even from a copy in memory, can't send a message twice.
/// </summary>
internal sealed class OnceHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The content, not the request: a handler may put it into another request.
        if (request.Content is not MessageContent message || !message.TryPass())
        {
            throw new InvalidOperationException("An ISO 18626 message is sent once. Take handlers that repeat requests out of the client.");
        }

        return base.SendAsync(request, cancellationToken);
    }
}
