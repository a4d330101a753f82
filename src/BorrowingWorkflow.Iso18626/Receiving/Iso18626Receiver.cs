using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Diagnostics;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Iso18626.Xml;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorrowingWorkflow.Iso18626.Receiving;

/// <summary>Takes partners' messages of ISO 18626 and says what each is to be confirmed with. Safe for any number of threads.</summary>
/// <remarks>
/// A message is confirmed only after its verdict is saved. Where that is not possible the call throws, and the sender must get no
/// confirmation at all, so that it sends the message again; an ERROR would make it give up. The same message again is confirmed again.
/// </remarks>
public sealed class Iso18626Receiver
{
    // Between looking at a request and saving somebody else has to be faster each time.
    private const int Attempts = 10;

    private readonly IBorrowingWorkflow _workflow;
    private readonly IPeerDirectory _peers;
    private readonly Iso18626Options _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    /// <summary>A receiver for a workflow.</summary>
    /// <param name="workflow">Where the messages go.</param>
    /// <param name="peers">Who may write.</param>
    /// <param name="options">What the own libraries are called, and how large a message may be.</param>
    /// <param name="clock">Tells when a message came.</param>
    /// <param name="logger">Gets events 1630 to 1649; null for no log.</param>
    public Iso18626Receiver(
        IBorrowingWorkflow workflow, IPeerDirectory peers, Iso18626Options options, TimeProvider clock, ILogger<Iso18626Receiver>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(peers);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        _workflow = workflow;
        _peers = peers;
        _options = options;
        _clock = clock;
        _logger = logger ?? NullLogger<Iso18626Receiver>.Instance;
    }

    /// <summary>Takes a message.</summary>
    /// <param name="message">Its bytes, to their end or to the limit of the options; the stream stays open.</param>
    /// <param name="sender">Who delivered it.</param>
    /// <param name="cancellationToken">Ends the wait for bytes. A message that was read is taken to its end.</param>
    /// <returns>The confirmation to send.</returns>
    /// <exception cref="StoreUnavailableException">The verdict could not be saved. Whatever a store throws is passed on likewise.</exception>
    /// <exception cref="ConcurrencyConflictException">Others saved the request again and again in between.</exception>
    /// <exception cref="InvalidOperationException">The request's library has no agency id in the options; the message names it.</exception>
    /// <exception cref="OperationCanceledException">The wait for bytes was cancelled.</exception>
    public async Task<Iso18626Receipt> ReceiveAsync(Stream message, PeerIdentity sender, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(sender);
        var limits = _options.Limits;
        using var bytes = await MessageBytes.TakeAsync(message, limits.MaxBytes, cancellationToken).ConfigureAwait(false);
        var read = MessageParser.Parse(bytes.Memory, bytes.IsCut, limits);
        if (!read.IsMessage)
        {
            _logger.Unreadable(sender, read.Fault.Kind, read.Fault.Line, read.Fault.Position);
            return Confirmations.Of(read.Fault, _clock.GetUtcNow());
        }

        return read.Message.Body switch
        {
            SupplyingAgencyMessage body => await TakeAsync(read.Message, body, sender, ContentHash.Of(bytes.Memory, limits)).ConfigureAwait(false),
            Request or RequestingAgencyMessage => NotHere(read.Message, sender, new()
            {
                ErrorType = ErrorType.UnsupportedActionType,
                ErrorValue = $"{read.Message.Body}: this side only borrows",
            }),
            _ => NotHere(read.Message, sender, new() { ErrorType = ErrorType.BadlyFormedMessage, ErrorValue = "A confirmation is no message of its own." }),
        };
    }

    private async Task<Iso18626Receipt> TakeAsync(Iso18626Message message, SupplyingAgencyMessage body, PeerIdentity sender, string hash)
    {
        if (await SenderOfAsync(body.Header, sender).ConfigureAwait(false) is not { } peer)
        {
            return Unrecognised(message, "supplyingAgencyId");
        }

        var right = peer.Dialect.PutRight(body);
        var messageId = MessageIds.Of(body.Header, hash);
        for (var attempt = 1; ; attempt++)
        {
            var (request, problem) = await RequestOfAsync(body.Header, peer).ConfigureAwait(false);
            if (request is null)
            {
                return Unrecognised(message, problem);
            }

            try
            {
                var input = InboundMapping.Map(right, message, request, peer.Partner, messageId);
                var result = await DecideAsync(await AsFirstTakenAsync(input, right, messageId).ConfigureAwait(false)).ConfigureAwait(false);
                _logger.Taken(request.Id.Value, peer.Partner, input.Trigger, result.Verdict);
                if (result.Verdict != Verdict.Duplicate && InboundText.ContradictionOf(right) is not null)
                {
                    _logger.Contradicts(request.Id.Value, peer.Partner);
                }

                return Confirmations.Of(message, _clock.GetUtcNow(), null) with { Result = result };
            }
            catch (ConcurrencyConflictException) when (attempt < Attempts)
            {
                _logger.LooksAgain(request.Id.Value, attempt);
            }
        }
    }

    private async ValueTask<Peer?> SenderOfAsync(MessageHeader header, PeerIdentity sender)
    {
        var peer = header.SupplyingAgencyId is { } agency ? await _peers.FindAsync(agency, CancellationToken.None).ConfigureAwait(false) : null;
        if (peer is null)
        {
            _logger.UnknownAgency(sender);
            return null;
        }

        if (!sender.SpeaksFor(peer.Partner))
        {
            _logger.SpeaksForAnother(sender, peer.Partner);
            return null;
        }

        return peer;
    }

    /// <summary>The request that a header is about; else the element that it can't be told by. Who is not in the rota learns no more than of a request that is not there.</summary>
    private async ValueTask<(BorrowingRequest? Request, string Problem)> RequestOfAsync(MessageHeader header, Peer peer)
    {
        const string Id = "requestingAgencyRequestId";
        if (!RequestId.TryParse(header.RequestingAgencyRequestId, out var id)
            || await _workflow.FindAsync(id, CancellationToken.None).ConfigureAwait(false) is not { } request)
        {
            _logger.UnknownRequest(id.Value, peer.Partner);
            return (null, Id);
        }

        if (request.Rota.All(entry => entry.Partner != peer.Partner))
        {
            _logger.NotInRota(request.Id.Value, peer.Partner);
            return (null, Id);
        }

        if (!_options.Libraries.TryGetValue(request.Library, out var library))
        {
            throw new InvalidOperationException(
                $"Library {request.Library} has no agency id, so no message about its requests can be taken. Add it to Iso18626Options.Libraries.");
        }

        if (header.RequestingAgencyId?.Symbol != library.Symbol)
        {
            _logger.OtherRequester(request.Id.Value, peer.Partner);
            return (null, "requestingAgencyId");
        }

        return (request, "");
    }

    /// <summary>
    /// The input; where the message was taken before as another kind of sender's, that one again. Only the messages that may have told the
    /// outcome of a send can have been.
    /// </summary>
    private async ValueTask<WorkflowInput> AsFirstTakenAsync(WorkflowInput input, SupplyingAgencyMessage right, string messageId)
    {
        if (!InboundMapping.MayTellOutcome(right))
        {
            return input;
        }

        var asSystem = MessageIds.OfSystem(messageId);

        // Read after the request: what was saved in between is seen here, and what is saved from now on changes the revision.
        foreach (var taken in await _workflow.HistoryAsync(input.Request, CancellationToken.None).ConfigureAwait(false))
        {
            var isSame = taken.By switch
            {
                Actor.System => taken.MessageId == asSystem,
                Actor.Partner => taken.Partner == input.Partner && taken.MessageId == messageId,
                _ => false,
            };
            if (isSame)
            {
                return input with { Trigger = taken.Trigger, AndThen = null, By = taken.By, MessageId = taken.MessageId, IfRevision = null };
            }
        }

        return input;
    }

    private ValueTask<TransitionResult> DecideAsync(WorkflowInput input) =>
        input.By == Actor.Partner ? _workflow.ReceiveAsync(input, CancellationToken.None) : _workflow.ExecuteAsync(input, CancellationToken.None);

    private Iso18626Receipt NotHere(Iso18626Message message, PeerIdentity sender, ErrorData error)
    {
        _logger.NotForBorrowers(sender, message.Body.ToString());
        return Confirmations.Of(message, _clock.GetUtcNow(), error);
    }

    private Iso18626Receipt Unrecognised(Iso18626Message message, string element) =>
        Confirmations.Of(message, _clock.GetUtcNow(), new() { ErrorType = ErrorType.UnrecognisedDataValue, ErrorValue = element });
}
