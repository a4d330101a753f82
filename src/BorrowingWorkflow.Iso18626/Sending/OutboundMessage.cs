using System.Globalization;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Iso18626.Sending;

/// <summary>A message as it goes out: its body, and what its confirmation must say. Made the same way each time, so that a repetition has the same bytes.</summary>
/// <param name="Body">The body, as the peer's dialect wants it.</param>
/// <param name="Request">The requesting agency's id of the request.</param>
/// <param name="Timestamp">The header's timestamp.</param>
internal sealed record OutboundMessage(MessageBody Body, string Request, MessageTime Timestamp)
{
    /// <summary>The request or another message, by the mapping.</summary>
    /// <exception cref="ArgumentException">The effect is no message to a partner.</exception>
    public static OutboundMessage Of(PartnerSend send, Peer peer, AgencyId library, Iso18626Options options)
    {
        var shape = OutboundMapping.Of(send.Effect, peer.Version);
        return shape.IsRequest ? RequestOf(send, peer, library, shape, options) : MessageOf(send, peer, library, shape, DateOf(send.Effect));
    }

    /// <summary>The question whether the partner has the request. Each asking is a message of its own, so it is dated by when it is asked.</summary>
    public static OutboundMessage QuestionOf(PartnerSend send, Peer peer, AgencyId library, DateTimeOffset now)
    {
        var effect = send.Effect with { Kind = EffectKind.AskPartner, Detail = null, Text = null };
        return MessageOf(send, peer, library, OutboundMapping.Of(effect, peer.Version), now);
    }

    private static OutboundMessage RequestOf(PartnerSend send, Peer peer, AgencyId library, MessageShape shape, Iso18626Options options)
    {
        // A partner that has confirmed the request once asked for a retry: whatever is sent to it now is one, a repetition too.
        var wasConfirmed = send.Effect.Entry is { } index && index < send.Request.Rota.Count && send.Request.Rota[index].IsConfirmed;
        var type = wasConfirmed ? RequestType.Retry : shape.RequestType;
        var header = Header(send, peer, library, send.Effect.At);
        var request = RequestContent.Of(send.Request, send.Partner, peer, type, options) with { Header = header };
        return new(peer.Dialect.Rewrite(request), header.RequestingAgencyRequestId, header.Timestamp!.Value);
    }

    private static OutboundMessage MessageOf(PartnerSend send, Peer peer, AgencyId library, MessageShape shape, DateTimeOffset date)
    {
        var header = Header(send, peer, library, date);
        var message = new RequestingAgencyMessage
        {
            Header = header,
            Action = shape.Action,
            Note = string.IsNullOrEmpty(send.Effect.Text) ? shape.Note ?? (shape.Action == MessageAction.Notification ? send.Effect.Detail : null) : send.Effect.Text,
        };
        return new(peer.Dialect.Rewrite(message), header.RequestingAgencyRequestId, header.Timestamp!.Value);
    }

    private static MessageHeader Header(PartnerSend send, Peer peer, AgencyId library, DateTimeOffset date) => new()
    {
        SupplyingAgencyId = peer.Agency,
        RequestingAgencyId = library,
        Timestamp = new MessageTime(date.ToUniversalTime()),
        RequestingAgencyRequestId = send.Effect.Request.Value,
    };

    /// <summary>
    /// When the decision was made, and a millisecond more for each of its effects before this one: one decision may write to one partner
    /// twice, as AP-8 does, and partners know a message by its timestamp.
    /// </summary>
    private static DateTimeOffset DateOf(Effect effect)
    {
        var position = effect.Id.AsSpan(effect.Id.LastIndexOf('/') + 1);
        return int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1 and < 1_000
            ? effect.At.AddMilliseconds(number - 1)
            : effect.At;
    }
}
