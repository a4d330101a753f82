using System.Net.Http.Headers;
using BorrowingWorkflow.AspNetCore.Authentication;
using BorrowingWorkflow.AspNetCore.Diagnostics;
using BorrowingWorkflow.Iso18626;
using BorrowingWorkflow.Iso18626.Receiving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.AspNetCore;

/// <summary>Takes one message by HTTP and answers with its confirmation.</summary>
internal sealed class Iso18626Endpoint(Iso18626Receiver receiver, ILogger<Iso18626Endpoint> logger)
{
    private const string Xml = "application/xml; charset=utf-8";
    private const string Accepted = "application/xml, text/xml";

    // Long enough for a store to come back, short enough for a lender's staff not to notice.
    private const string RetryAfterSeconds = "30";

    public async Task HandleAsync(HttpContext context)
    {
        if (!IsXml(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            context.Response.Headers["Accept-Post"] = Accepted;
            return;
        }

        if (SenderOf(context) is not { } sender)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        // The receiver stops reading at its own limit, be the server's smaller or larger.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (await ReceiveAsync(context, sender).ConfigureAwait(false) is { } receipt)
        {
            await AnswerAsync(context, receipt).ConfigureAwait(false);
        }
    }

    private async Task<Iso18626Receipt?> ReceiveAsync(HttpContext context, PeerIdentity sender)
    {
        // The server disposes of the body itself.
        var body = new RequestBody(context.Request.Body);
        try
        {
            return await receiver.ReceiveAsync(body, sender, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (body.HasFailed)
        {
            logger.Unread(sender);
            context.Response.StatusCode = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status400BadRequest;
        }
        catch (Exception exception)
        {
            // Whatever it is, it is not the peer's fault: an ERROR would make it give the message up, this makes it send it again.
            logger.NotConfirmed(exception, sender);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        return null;
    }

    private static async Task AnswerAsync(HttpContext context, Iso18626Receipt receipt)
    {
        var response = context.Response;
        response.StatusCode = receipt.Fault == Iso18626FaultKind.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status200OK;
        response.ContentType = Xml;
        response.ContentLength = receipt.Content.Length;
        response.Headers.CacheControl = "no-store";
        try
        {
            await response.Body.WriteAsync(receipt.Content, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The verdict is saved; a peer that did not hear so sends the message again and is told then.
        }
    }

    private static bool IsXml(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType is { } media
        && (media.Equals("application/xml", StringComparison.OrdinalIgnoreCase) || media.Equals("text/xml", StringComparison.OrdinalIgnoreCase))
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding.ToString().Equals("identity", StringComparison.OrdinalIgnoreCase));

    private static PeerIdentity? SenderOf(HttpContext context)
    {
        var partners = context.User.FindAll(Iso18626Authentication.PartnerClaim).Select(claim => claim.Value).ToArray();
        return partners.Length > 0
            ? PeerIdentity.Of(partners)
            : context.GetEndpoint()?.Metadata.GetMetadata<AnonymousPeers>() is not null ? PeerIdentity.Anonymous : null;
    }
}
