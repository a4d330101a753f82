using BorrowingWorkflow.Diagnostics;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Engine;

/// <summary>
/// Carries effects out: leases what is due, hands it to the port that does it, and brings the outcome back as an input or settles it.
/// At least once: after a crash an effect is carried out again, with the same id.
/// </summary>
/// <remarks>
/// Safe for any number of threads and hosts: an effect is leased by one at a time. A port that throws never stops the batch.
/// </remarks>
public sealed class EffectDispatcher
{
    private readonly IBorrowingWorkflow _workflow;
    private readonly IOutbox _outbox;
    private readonly LocateWorker _locate;
    private readonly IPartnerTransport _transport;
    private readonly IPatronNotifier _notifier;
    private readonly ICirculation _circulation;
    private readonly IPartnerDirectory _partners;
    private readonly DispatchSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    internal EffectDispatcher(
        IBorrowingWorkflow workflow,
        IOutbox outbox,
        LocateWorker locate,
        IPartnerTransport transport,
        IPatronNotifier notifier,
        ICirculation circulation,
        IPartnerDirectory partners,
        DispatchSettings settings,
        TimeProvider clock,
        ILogger<EffectDispatcher> logger)
    {
        _workflow = workflow;
        _outbox = outbox;
        _locate = locate;
        _transport = transport;
        _notifier = notifier;
        _circulation = circulation;
        _partners = partners;
        _settings = settings;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Takes a batch of what is due and carries it out, oldest first.</summary>
    /// <param name="cancellationToken">Ends the batch between two effects; what is leased and not carried out is taken up when the lease runs out.</param>
    /// <returns>How many effects were taken; 0 where nothing was due.</returns>
    public ValueTask<int> DispatchAsync(CancellationToken cancellationToken = default) => DispatchAsync(CancellationToken.None, cancellationToken);

    /// <summary>Takes a batch as <see cref="DispatchAsync(CancellationToken)"/> does, and can be stopped in the middle without interrupting a port.</summary>
    /// <param name="stopping">Lets the effect in hand be finished, and hands back those that were not begun.</param>
    /// <param name="cancellationToken">Interrupts the effect in hand too.</param>
    internal async ValueTask<int> DispatchAsync(CancellationToken stopping, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var leased = await _outbox.LeaseAsync(now, _settings.BatchSize, _settings.Lease, cancellationToken).ConfigureAwait(false);
        var until = now + _settings.Lease;
        foreach (var (effect, attempt) in leased)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_clock.GetUtcNow() >= until)
            {
                // Slow ports have used the lease up: what is left is somebody else's by now.
                break;
            }

            if (stopping.IsCancellationRequested)
            {
                await HandBackAsync(effect, attempt, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await CarryOutAsync(effect, attempt, until, cancellationToken).ConfigureAwait(false);
            }
        }

        return leased.Count;
    }

    /// <summary>Ends the lease of an effect that was not begun, so that others need not wait for it to run out.</summary>
    private ValueTask HandBackAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        if (effect.IsSend && attempt > 1)
        {
            // The attempt before may still be with the partner. Without a lease the send could be withdrawn as if it had not gone out.
            return ValueTask.CompletedTask;
        }

        var now = _clock.GetUtcNow();
        return _outbox.SettleAsync(new(effect.Id, EffectOutcome.Retry, now) { Attempt = attempt, RetryAt = now }, cancellationToken);
    }

    private async ValueTask CarryOutAsync(Effect effect, int attempt, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            if (await _workflow.FindAsync(effect.Request, cancellationToken).ConfigureAwait(false) is not { } request)
            {
                await SettleAsync(effect, EffectOutcome.Failed, attempt, cancellationToken).ConfigureAwait(false);
            }
            else if (effect.IsSend)
            {
                await SendAsync(effect, request, attempt, until, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                var done = await TryAsync(effect, request, cancellationToken).ConfigureAwait(false);
                await SettleAsync(effect, done ? EffectOutcome.Done : EffectOutcome.Retry, attempt, cancellationToken).ConfigureAwait(false);
                Telemetry.CarriedOut(effect.Kind, done);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A port may throw anything; what it did is unknown, so the effect is carried out again, with the same id.
            _logger.EffectFailed(exception, effect.Request.Value, effect.Name, attempt);
            if (!effect.IsSend)
            {
                Telemetry.CarriedOut(effect.Kind, done: false);
                await SettleAsync(effect, EffectOutcome.Retry, attempt, cancellationToken).ConfigureAwait(false);
            }

            // A send keeps its lease, since the partner may have it: until the lease runs out it can't be withdrawn as if it had not gone out.
        }
    }

    private async ValueTask<bool> TryAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken)
    {
        switch (effect.Kind)
        {
            case EffectKind.StartLocate or EffectKind.RetryLocate:
                await _locate.LocateAsync(effect, request, cancellationToken).ConfigureAwait(false);
                return true;
            case EffectKind.StopLocate:
                // A locate that is under way answers later and finds the request elsewhere: its answer is out of sequence and kept.
                return true;
            case EffectKind.SubmitReplacement:
                await SubmitReplacementAsync(effect, request, cancellationToken).ConfigureAwait(false);
                return true;
            case EffectKind.NotifyPatron:
                await _notifier.NotifyPatronAsync(effect, request, cancellationToken).ConfigureAwait(false);
                return true;
            case EffectKind.AlertStaff:
                await _notifier.AlertStaffAsync(effect, request, cancellationToken).ConfigureAwait(false);
                return true;
            case EffectKind.SendCancel or EffectKind.TellPartner or EffectKind.SendReceived or EffectKind.SendReturned or EffectKind.SendRenew
                or EffectKind.SendLost or EffectKind.SendNote or EffectKind.SendConditionAnswer:
                return await MessageAsync(effect, request, cancellationToken).ConfigureAwait(false);
            default:
                await _circulation.ApplyAsync(effect, request, cancellationToken).ConfigureAwait(false);
                return true;
        }
    }

    private async ValueTask<bool> MessageAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken)
    {
        var send = await AddressAsync(effect, request, cancellationToken).ConfigureAwait(false);
        var delivery = await _transport.SendMessageAsync(send, cancellationToken).ConfigureAwait(false);
        Note(effect, delivery);
        return delivery == Delivery.Delivered;
    }

    private async ValueTask SendAsync(Effect effect, BorrowingRequest request, int attempt, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var delivery = await DeliverAsync(effect, request, attempt, cancellationToken).ConfigureAwait(false);
        if (delivery == Delivery.NotDelivered && _clock.GetUtcNow() >= until)
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
        await _workflow.ExecuteAsync(outcome, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Delivery> DeliverAsync(Effect effect, BorrowingRequest request, int attempt, CancellationToken cancellationToken)
    {
        var send = await AddressAsync(effect, request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (effect.Kind == EffectKind.AskPartner)
            {
                return await _transport.AskAsync(send, cancellationToken).ConfigureAwait(false);
            }

            if (attempt == 1)
            {
                return IsWanted(effect, request) ? await _transport.SendRequestAsync(send, cancellationToken).ConfigureAwait(false) : Delivery.NotDelivered;
            }

            return send.Partner.Profile.AnswersStatusRequests
                ? await AskAndSendAsync(send, cancellationToken).ConfigureAwait(false)
                : await RepeatAsync(send, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.SendThrew(exception, effect.Request.Value, effect.Name, send.Partner.Code);
            return Delivery.Unknown;
        }
    }

    /// <summary>A second attempt at the same send follows a crash in the middle of the first: the partner is asked before it is sent twice.</summary>
    private async ValueTask<Delivery> AskAndSendAsync(PartnerSend send, CancellationToken cancellationToken)
    {
        var known = await _transport.AskAsync(send, cancellationToken).ConfigureAwait(false);
        return known == Delivery.NotDelivered && IsWanted(send.Effect, send.Request)
            ? await _transport.SendRequestAsync(send, cancellationToken).ConfigureAwait(false)
            : known;
    }

    /// <summary>Where the partner can't be asked, a second attempt tells nothing of the first unless it is confirmed: that one may have arrived.</summary>
    private async ValueTask<Delivery> RepeatAsync(PartnerSend send, CancellationToken cancellationToken) =>
        IsWanted(send.Effect, send.Request) && await _transport.SendRequestAsync(send, cancellationToken).ConfigureAwait(false) == Delivery.Delivered
            ? Delivery.Delivered
            : Delivery.Unknown;

    private async ValueTask<PartnerSend> AddressAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken)
    {
        var code = effect.Partner ?? "";
        return new(effect, request, await _partners.FindAsync(code, cancellationToken).ConfigureAwait(false) ?? new Partner(code) { IsActive = false });
    }

    private async ValueTask SubmitReplacementAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken) =>
        await _workflow.ExecuteAsync(
            new()
            {
                Request = effect.Replacement!.Value,
                Trigger = Trigger.Submit,
                By = Actor.Staff,
                MessageId = effect.Id,
                Data = Replacement.DataOf(request),
            },
            cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// False where the rota has moved on, or a cancellation began, since the send was queued: it must not go out any more, and the workflow
    /// is told what is known of it instead.
    /// </summary>
    private static bool IsWanted(Effect effect, BorrowingRequest request) =>
        request.Status == BorrowingStatus.ReadyToBeSent && request.ActiveEntry == effect.Entry;

    private ValueTask SettleAsync(Effect effect, EffectOutcome outcome, int attempt, CancellationToken cancellationToken) => _outbox.SettleAsync(
        new(effect.Id, outcome, _clock.GetUtcNow()) { Attempt = attempt, RetryAt = outcome == EffectOutcome.Retry ? RetryAt(attempt) : null },
        cancellationToken);

    private DateTimeOffset RetryAt(int attempt) => _clock.GetUtcNow() + Backoff.After(attempt, _settings.Backoff, _settings.LongestBackoff);

    private void Note(Effect effect, Delivery delivery)
    {
        Telemetry.Sent(effect.Kind, delivery);
        _logger.Sent(effect.Request.Value, effect.Name, effect.Partner ?? "", delivery);
    }
}
