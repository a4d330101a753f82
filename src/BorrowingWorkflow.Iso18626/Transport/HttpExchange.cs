using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Iso18626.Sending;

namespace BorrowingWorkflow.Iso18626.Transport;

/// <summary>One POST and its answer. Thread-safe.</summary>
internal sealed class HttpExchange(IHttpClientFactory factory, PeerClients clients, Iso18626Options options, TimeProvider clock)
{
    /// <summary>Sends the bytes once, and says what is certain of them.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async ValueTask<Reply> SendAsync(Peer peer, OutboundMessage message, byte[] bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var timeout = new CancellationTokenSource(peer.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var content = new MessageContent(bytes);
        try
        {
            using var request = Post(peer, content);
            using var client = factory.CreateClient(clients.NameOf(peer));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return HttpAnswer.Of(response, clock);
            }

            var stream = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                return Confirmation.Of(await Iso18626Reader.ReadAsync(stream, options.Limits, either.Token).ConfigureAwait(false), message);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever a handler throws: what counts is whether the message was begun to be written.
            var why = timeout.IsCancellationRequested ? "time-out" : WordOf(exception);
            var reply = content.HasBegun ? Reply.Unclear(why) : Reply.NotSent(why) with { IsWorthRetrying = !timeout.IsCancellationRequested };
            return reply with { IsFailure = true };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What breaks because the caller gives up is the caller's giving up.
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static HttpRequestMessage Post(Peer peer, MessageContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, peer.Endpoint)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = content,
        };
        request.Headers.Accept.Add(new("application/xml"));
        request.Headers.Accept.Add(new("text/xml"));
        var credentials = peer.Credentials;
        if (credentials.UserName is { } user)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{credentials.Password}")));
        }

        if (credentials.ApiKey is { } key && !request.Headers.TryAddWithoutValidation(credentials.ApiKeyHeader, key))
        {
            throw new InvalidOperationException($"The header {credentials.ApiKeyHeader} can't carry an API key. Give another name for it.");
        }

        return request;
    }

    // Not the exception's own words: they can hold what a handler wanted to say.
    private static string WordOf(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => http.HttpRequestError.ToString(),
        OperationCanceledException { InnerException: TimeoutException } => "connect time-out",
        _ => exception.GetType().Name,
    };
}
