using BorrowingWorkflow.Diagnostics;
using BorrowingWorkflow.Machine;
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
    private readonly SendWorker _send;
    private readonly IPatronNotifier _notifier;
    private readonly ICirculation _circulation;
    private readonly DispatchSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    internal EffectDispatcher(
        IBorrowingWorkflow workflow,
        IOutbox outbox,
        LocateWorker locate,
        SendWorker send,
        IPatronNotifier notifier,
        ICirculation circulation,
        DispatchSettings settings,
        TimeProvider clock,
        ILogger<EffectDispatcher> logger)
    {
        _workflow = workflow;
        _outbox = outbox;
        _locate = locate;
        _send = send;
        _notifier = notifier;
        _circulation = circulation;
        _settings = settings;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Takes a batch of what is due and carries it out, oldest first.</summary>
    /// <param name="cancellationToken">Ends the batch between two effects; what is leased and not carried out is taken up when the lease runs out.</param>
    /// <returns>How many effects were taken; 0 where nothing was due.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of the <see cref="DispatchSettings"/> can't be kept.</exception>
    public ValueTask<int> DispatchAsync(CancellationToken cancellationToken = default) => DispatchAsync(CancellationToken.None, cancellationToken);

    /// <summary>Takes a batch as <see cref="DispatchAsync(CancellationToken)"/> does, and can be stopped in the middle without interrupting a port.</summary>
    /// <param name="stopping">Lets the effect in hand be finished, and hands back those that were not begun.</param>
    /// <param name="cancellationToken">Interrupts the effect in hand too.</param>
    internal async ValueTask<int> DispatchAsync(CancellationToken stopping, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var settings = _settings.Validated();
        var leased = await _outbox.LeaseAsync(now, settings.BatchSize, settings.Lease, cancellationToken).ConfigureAwait(false);
        var until = now + settings.Lease;
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
                await _send.SendAsync(effect, request, attempt, until, cancellationToken).ConfigureAwait(false);
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
                break;
            case EffectKind.StopLocate:
                // A locate that is under way answers later and finds the request elsewhere: its answer is out of sequence and kept.
                break;
            case EffectKind.SubmitReplacement:
                await SubmitReplacementAsync(effect, request, cancellationToken).ConfigureAwait(false);
                break;
            case EffectKind.NotifyPatron:
                await _notifier.NotifyPatronAsync(effect, request, cancellationToken).ConfigureAwait(false);
                break;
            case EffectKind.AlertStaff:
                await _notifier.AlertStaffAsync(effect, request, cancellationToken).ConfigureAwait(false);
                break;
            case EffectKind.SendCancel or EffectKind.TellPartner or EffectKind.SendReceived or EffectKind.SendReturned or EffectKind.SendRenew
                or EffectKind.SendLost or EffectKind.SendNote or EffectKind.SendConditionAnswer:
                return await _send.MessageAsync(effect, request, cancellationToken).ConfigureAwait(false);
            default:
                await _circulation.ApplyAsync(effect, request, cancellationToken).ConfigureAwait(false);
                break;
        }

        return true;
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

    private ValueTask SettleAsync(Effect effect, EffectOutcome outcome, int attempt, CancellationToken cancellationToken) => _outbox.SettleAsync(
        new(effect.Id, outcome, _clock.GetUtcNow()) { Attempt = attempt, RetryAt = outcome == EffectOutcome.Retry ? RetryAt(attempt) : null },
        cancellationToken);

    private DateTimeOffset RetryAt(int attempt) => _clock.GetUtcNow() + Backoff.After(attempt, _settings.Backoff, _settings.LongestBackoff);
}
