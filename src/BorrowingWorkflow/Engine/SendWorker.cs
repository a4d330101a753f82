using BorrowingWorkflow.Diagnostics;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Engine;

/// <summary>Carries out what goes to a partner, and says of a request how sure it is that it arrived.</summary>
internal sealed class SendWorker(
    IBorrowingWorkflow workflow, IPartnerTransport transport, IPartnerDirectory partners, TimeProvider clock, ILogger<EffectDispatcher> logger)
{
    /// <summary>Sends a request, or asks about it, and brings the outcome back as an input.</summary>
    /// <param name="effect">The send.</param>
    /// <param name="request">The request as it is now.</param>
    /// <param name="attempt">Which attempt at the effect this is, from 1.</param>
    /// <param name="until">When the lease runs out.</param>
    /// <param name="cancellationToken">Interrupts it; whether the partner has the request is unknown then.</param>
    public async ValueTask SendAsync(Effect effect, BorrowingRequest request, int attempt, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var delivery = await DeliverAsync(effect, request, attempt, cancellationToken).ConfigureAwait(false);
        if (delivery == Delivery.NotDelivered && clock.GetUtcNow() >= until)
        {
            // The lease has run out meanwhile: somebody else may be sending, and of that nothing is known here.
            delivery = Delivery.Unknown;
        }

        Note(effect, delivery);
        var outcome = new WorkflowInput
        {
            Request = effect.Request,
            Trigger = delivery == Delivery.Delivered ? Trigger.Sent : Trigger.SendFailed,
            By = Actor.System,
            // Each attempt has its own say: a confirmation that comes after another attempt's failure has to be heard.
            MessageId = string.Create(null, $"outcome/{effect.Id}/{attempt}"),
            Partner = effect.Partner,
            Data = new()
            {
                Effect = effect.Id,
                SendAttempt = attempt,
                Outcome = delivery switch
                {
                    Delivery.Delivered => null,
                    Delivery.NotDelivered => SendOutcome.NotDelivered,
                    _ => SendOutcome.Unknown,
                },
            },
        };
        await workflow.ExecuteAsync(outcome, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends any other message to the partner.</summary>
    /// <returns>False where it did not surely arrive.</returns>
    public async ValueTask<bool> MessageAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken)
    {
        var send = await AddressAsync(effect, request, cancellationToken).ConfigureAwait(false);
        var delivery = await transport.SendMessageAsync(send, cancellationToken).ConfigureAwait(false);
        Note(effect, delivery);
        return delivery == Delivery.Delivered;
    }

    private async ValueTask<Delivery> DeliverAsync(Effect effect, BorrowingRequest request, int attempt, CancellationToken cancellationToken)
    {
        var send = await AddressAsync(effect, request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (effect.Kind == EffectKind.AskPartner)
            {
                return await transport.AskAsync(send, cancellationToken).ConfigureAwait(false);
            }

            if (attempt == 1)
            {
                return IsWanted(effect, request) ? await transport.SendRequestAsync(send, cancellationToken).ConfigureAwait(false) : Delivery.NotDelivered;
            }

            return send.Partner.Profile.AnswersStatusRequests
                ? await AskAndSendAsync(send, cancellationToken).ConfigureAwait(false)
                : await RepeatAsync(send, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.SendThrew(exception, effect.Request.Value, effect.Name, send.Partner.Code);
            return Delivery.Unknown;
        }
    }

    /// <summary>A second attempt at the same send follows a crash in the middle of the first: the partner is asked before it is sent twice.</summary>
    private async ValueTask<Delivery> AskAndSendAsync(PartnerSend send, CancellationToken cancellationToken)
    {
        var known = await transport.AskAsync(send, cancellationToken).ConfigureAwait(false);
        return known == Delivery.NotDelivered && IsWanted(send.Effect, send.Request)
            ? await transport.SendRequestAsync(send, cancellationToken).ConfigureAwait(false)
            : known;
    }

    /// <summary>Where the partner can't be asked, a second attempt tells nothing of the first unless it is confirmed: that one may have arrived.</summary>
    private async ValueTask<Delivery> RepeatAsync(PartnerSend send, CancellationToken cancellationToken) =>
        IsWanted(send.Effect, send.Request) && await transport.SendRequestAsync(send, cancellationToken).ConfigureAwait(false) == Delivery.Delivered
            ? Delivery.Delivered
            : Delivery.Unknown;

    private async ValueTask<PartnerSend> AddressAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken)
    {
        var code = effect.Partner ?? "";
        return new(effect, request, await partners.FindAsync(code, cancellationToken).ConfigureAwait(false) ?? new Partner(code) { IsActive = false });
    }

    /// <summary>
    /// False where the rota has moved on, or a cancellation began, since the send was queued: it must not go out any more, and the workflow
    /// is told what is known of it instead.
    /// </summary>
    private static bool IsWanted(Effect effect, BorrowingRequest request) =>
        request.Status == BorrowingStatus.ReadyToBeSent && request.ActiveEntry == effect.Entry;

    private void Note(Effect effect, Delivery delivery)
    {
        Telemetry.Sent(effect.Kind, delivery);
        logger.Sent(effect.Request.Value, effect.Name, effect.Partner ?? "", delivery);
    }
}
