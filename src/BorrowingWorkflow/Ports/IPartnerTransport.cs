using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Ports;

/// <summary>How messages reach partners.</summary>
/// <remarks>
/// Implementations are safe for any number of threads. Every call may be made twice with the same effect: its id is the idempotency key.
/// A call that throws counts as an outcome that is unknown.
/// </remarks>
public interface IPartnerTransport
{
    /// <summary>
    /// Sends the request (SendRequest, RetrySend, RepeatSend). A repetition carries <see cref="Effect.RepeatOf"/> and
    /// <see cref="Effect.At"/> of the first, so that the peer can recognise it.
    /// </summary>
    ValueTask<Delivery> SendRequestAsync(PartnerSend send, CancellationToken cancellationToken = default);

    /// <summary>Sends any other message: cancel, received, returned, renew, lost, notes, answers.</summary>
    ValueTask<Delivery> SendMessageAsync(PartnerSend send, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks the partner whether it has the request. <see cref="Delivery.Delivered"/>: it has it;
    /// <see cref="Delivery.NotDelivered"/>: it has not; <see cref="Delivery.Unknown"/>: no answer yet.
    /// </summary>
    ValueTask<Delivery> AskAsync(PartnerSend send, CancellationToken cancellationToken = default);
}
