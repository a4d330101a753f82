using System.Collections.Concurrent;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Diagnostics;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Iso18626.Sending;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Iso18626.Transport;

/// <summary>Sends messages to partners by ISO 18626 over HTTP. <c>UseIso18626</c> plugs it in.</summary>
/// <remarks>
/// Thread-safe. A message is posted once a call: what may have reached the partner is never sent again by the transport, and its outcome is
/// unknown. Only a message of which not a byte went out is tried again, as the options say. A call has as many lengths of
/// <see cref="Peer.Timeout"/> as it has tries.
/// </remarks>
public sealed class Iso18626Transport : IPartnerTransport
{
    private readonly ConcurrentDictionary<string, PeerLink> _links = new(StringComparer.Ordinal);
    private readonly IPeerDirectory _peers;
    private readonly IBorrowingWorkflow _workflow;
    private readonly HttpExchange _http;
    private readonly Iso18626Options _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    internal Iso18626Transport(
        IPeerDirectory peers, IBorrowingWorkflow workflow, HttpExchange http, Iso18626Options options, TimeProvider clock, ILogger<Iso18626Transport> logger)
    {
        _peers = peers;
        _workflow = workflow;
        _http = http;
        _options = options;
        _clock = clock;
        _logger = logger;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Delivered on a confirmation OK, and where the partner's dialect says that it has the request already. NotDelivered on a confirmation
    /// ERROR, on a server's refusal and where nothing went out. Else Unknown.
    /// </remarks>
    public async ValueTask<Delivery> SendRequestAsync(PartnerSend send, CancellationToken cancellationToken = default)
    {
        var (peer, reply) = await ExchangeAsync(send, isQuestion: false, cancellationToken).ConfigureAwait(false);
        return reply.Kind == ReplyKind.Refused && reply.Errors.Any(peer!.Dialect.SaysAlreadyThere) ? Delivery.Delivered : DeliveryOf(reply);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// As for a request; a message that was not delivered comes again later. A Cancel for a request that the partner has not got is
    /// delivered: there is nothing left to cancel. Where the workflow waits for the answer (SendCancel) it gets PartnerAcceptedCancel from
    /// the partner, with a message id that follows from the effect's, before the call returns.
    /// </remarks>
    public async ValueTask<Delivery> SendMessageAsync(PartnerSend send, CancellationToken cancellationToken = default)
    {
        var (peer, reply) = await ExchangeAsync(send, isQuestion: false, cancellationToken).ConfigureAwait(false);
        if (send.Effect.Kind is not (EffectKind.SendCancel or EffectKind.TellPartner)
            || reply.Kind != ReplyKind.Refused
            || !reply.Errors.Any(problem => SaysUnknownRequest(problem, peer!, send)))
        {
            return DeliveryOf(reply);
        }

        if (send.Effect.Kind == EffectKind.SendCancel)
        {
            _logger.NothingToCancel(send.Effect.Request.Value, send.Partner.Code);
            await _workflow.ReceiveAsync(
                new()
                {
                    Request = send.Effect.Request,
                    Trigger = Trigger.PartnerAcceptedCancel,
                    By = Actor.Partner,
                    Partner = send.Partner.Code,
                    MessageId = $"confirmation/{send.Effect.Id}",
                },
                cancellationToken).ConfigureAwait(false);
        }

        return Delivery.Delivered;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Sends a StatusRequest. NotDelivered only on a confirmation ERROR that says that the request is not known; Delivered on a
    /// confirmation OK, unless <see cref="Peer.ConfirmsOnlyKnownRequests"/> is false. Else Unknown: a partner that can't be asked has not
    /// said no.
    /// </remarks>
    public async ValueTask<Delivery> AskAsync(PartnerSend send, CancellationToken cancellationToken = default)
    {
        var (peer, reply) = await ExchangeAsync(send, isQuestion: true, cancellationToken).ConfigureAwait(false);
        return reply.Kind switch
        {
            ReplyKind.Confirmed when peer!.ConfirmsOnlyKnownRequests => Delivery.Delivered,
            ReplyKind.Refused when reply.Errors.Any(problem => SaysUnknownRequest(problem, peer!, send)) => Delivery.NotDelivered,
            _ => Delivery.Unknown,
        };
    }

    // Of any other value that a partner does not recognise it can't be concluded that it has not got the request.
    private static bool SaysUnknownRequest(ErrorData problem, Peer peer, PartnerSend send) =>
        peer.Dialect.SaysUnknownRequest(problem)
        || (problem.ErrorType == ErrorType.UnrecognisedDataValue && problem.ErrorValue?.Trim() == send.Effect.Request.Value);

    private static Delivery DeliveryOf(Reply reply) => reply.Kind switch
    {
        ReplyKind.Confirmed => Delivery.Delivered,
        ReplyKind.Refused or ReplyKind.NotSent => Delivery.NotDelivered,
        _ => Delivery.Unknown,
    };

    private async ValueTask<(Peer? Peer, Reply Reply)> ExchangeAsync(PartnerSend send, bool isQuestion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(send);
        cancellationToken.ThrowIfCancellationRequested();
        var request = send.Effect.Request.Value;
        if (await _peers.FindAsync(send.Partner.Code, cancellationToken).ConfigureAwait(false) is not { } peer)
        {
            _logger.NoPeer(request, send.Partner.Code);
            return (null, Reply.NotSent("no peer"));
        }

        if (!_options.Libraries.TryGetValue(send.Request.Library, out var library))
        {
            _logger.NoLibrary(request, send.Request.Library);
            return (peer, Reply.NotSent("no agency id"));
        }

        var message = isQuestion ? OutboundMessage.QuestionOf(send, peer, library, _clock.GetUtcNow()) : OutboundMessage.Of(send, peer, library, _options);
        byte[] bytes;
        try
        {
            bytes = Iso18626Writer.Write(new Iso18626Message(peer.Version, message.Body));
        }
        catch (InvalidMessageException exception)
        {
            // It names an element and quotes nothing.
            _logger.CannotBeWritten(request, send.Effect.Name, peer.Partner, exception.Path, exception.Problem);
            return (peer, Reply.NotSent("can't be written"));
        }

        return (peer, await ExchangeAsync(send.Effect, peer, message, bytes, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<Reply> ExchangeAsync(Effect effect, Peer peer, OutboundMessage message, byte[] bytes, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Start(effect, peer);
        var link = _links.GetOrAdd(peer.Partner, partner => new(partner, _options, _clock, _logger));
        var started = _clock.GetTimestamp();
        var reply = await link.ExchangeAsync(token => _http.SendAsync(peer, message, bytes, token), cancellationToken).ConfigureAwait(false);
        Telemetry.Exchanged(activity, peer, reply, _clock.GetElapsedTime(started));
        if (reply.Kind != ReplyKind.Confirmed)
        {
            _logger.NotConfirmed(effect.Request.Value, effect.Name, peer.Partner, reply.Kind, reply.Why);
        }

        return reply;
    }
}
