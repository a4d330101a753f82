using System.Collections.Concurrent;
using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Ports;

/// <summary>
/// Keeps messages to partners instead of sending them, and answers as it is told: for tests, demonstrations and hosts that speak to their
/// partners by other means. Safe for any number of threads.
/// </summary>
/// <remarks>The same effect again is kept once and gets the first answer again, as from a peer that recognises a repetition.</remarks>
public sealed class InMemoryPartnerTransport : IPartnerTransport
{
    private readonly EffectLog<Delivery> _log = new();
    private readonly Func<PartnerSend, Delivery>? _answer;
    private readonly ConcurrentDictionary<(Requests.RequestId Request, string Partner), byte> _arrived = [];

    /// <summary>Every message arrives; a partner that is asked has the request where it was sent to it.</summary>
    public InMemoryPartnerTransport()
    {
    }

    /// <summary>Every message and every question gets the same answer.</summary>
    public InMemoryPartnerTransport(Delivery answer)
        : this(_ => answer)
    {
    }

    /// <summary>A function answers.</summary>
    /// <param name="answer">What is known of a message, or the answer to a question (AskPartner). Called once for each effect, one at a time.</param>
    public InMemoryPartnerTransport(Func<PartnerSend, Delivery> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _answer = answer;
    }

    /// <summary>What was sent or asked, each effect once, oldest first, whatever the answer.</summary>
    public IReadOnlyList<Effect> Sent => _log.Effects;

    /// <inheritdoc/>
    public ValueTask<Delivery> SendRequestAsync(PartnerSend send, CancellationToken cancellationToken = default) =>
        Keep(send, Arrive, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Delivery> SendMessageAsync(PartnerSend send, CancellationToken cancellationToken = default) =>
        Keep(send, _ => Delivery.Delivered, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Delivery> AskAsync(PartnerSend send, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(send);
        // A question before a send is repeated carries the send itself, which is still to be kept when it goes out.
        return send.Effect.Kind == EffectKind.AskPartner || _answer is not null
            ? Keep(send, Known, cancellationToken)
            : new(Known(send));
    }

    private Delivery Known(PartnerSend send) =>
        _arrived.ContainsKey((send.Request.Id, send.Partner.Code)) ? Delivery.Delivered : Delivery.NotDelivered;

    private Delivery Arrive(PartnerSend send)
    {
        _arrived[(send.Request.Id, send.Partner.Code)] = 0;
        return Delivery.Delivered;
    }

    private ValueTask<Delivery> Keep(PartnerSend send, Func<PartnerSend, Delivery> otherwise, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(send);
        cancellationToken.ThrowIfCancellationRequested();
        return new(_log.Once(send.Effect, () => (_answer ?? otherwise)(send)));
    }
}
