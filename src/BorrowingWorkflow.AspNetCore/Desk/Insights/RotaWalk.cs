using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>
/// A request's walk along its rota, told from its history: who was asked, who supplied, where it ended. Several rounds are one walk.
/// A retry with the same partner (AP-7) is the same ask; a shipment that is taken back (SH-3, SH-4) supplied nothing.
/// </summary>
internal sealed class RotaWalk
{
    private static readonly TriggerSet Arrivals = [Trigger.Receive, Trigger.ReceiveNotForLoan, Trigger.ReceiveDigitally];
    private static readonly TriggerSet Shipments = [Trigger.PartnerShipped, Trigger.PartnerShippedDigitally];

    private readonly List<Ask> _asks = [];
    private Ask? _current;
    private Ask? _atClose;
    private LifeStep? _lateShipment;

    private RotaWalk()
    {
    }

    /// <summary>Who was asked, in order.</summary>
    public IReadOnlyList<Ask> Asks => _asks;

    /// <summary>When it was submitted; null for a draft that never was, and for one that began elsewhere.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>True where a rota was found.</summary>
    public bool HasRota { get; private set; }

    /// <summary>True where somebody supplied.</summary>
    public bool IsSupplied { get; private set; }

    /// <summary>Why it ended unsupplied; null where it did not.</summary>
    public Loss? Loss { get; private set; }

    public static RotaWalk Of(Life life)
    {
        var walk = new RotaWalk();
        foreach (var step in life.Steps)
        {
            if (step.IsApplied)
            {
                walk.Take(step);
            }

            walk.NoteLateShipment(step);
        }

        walk.IsSupplied = walk._asks.Exists(ask => ask.IsSupplied);
        walk.Loss = walk.IsSupplied ? null : walk.Loss;
        return walk;
    }

    private void Take(in LifeStep step)
    {
        var (at, entry) = step;
        switch (entry.Trigger)
        {
            case Trigger.Submit:
            case Trigger.Locate when entry.From == BorrowingStatus.Created:
                SubmittedAt ??= at;
                break;
            case Trigger.Import:
                TakeOver(step);
                break;
            case Trigger.RotaBuilt when entry.To == BorrowingStatus.ReadyToBeSent:
                HasRota = true;
                break;
            case Trigger.Sent when entry.To == BorrowingStatus.RequestSentToPartner && step.IsMove:
                _current ??= Begin(entry.Partner, at, at);
                break;
            case Trigger.PartnerUnshipped when _current is { } ask:
                (ask.IsSupplied, ask.ShippedAt) = (false, null);
                break;
        }

        // An answer implies the send (SE-6, SE-10).
        if (_current is null && entry.From.Phase() is RequestPhase.Sending or RequestPhase.AtPartner or RequestPhase.Cancelling && IsAnswer(step))
        {
            _current = Begin(entry.Partner, at, null);
        }

        Supply(step);
        Settle(step);
    }

    /// <summary>One that began elsewhere may have a partner. When that was asked is not known where it has shipped already.</summary>
    private void TakeOver(in LifeStep step)
    {
        var (phase, partner) = (step.Event.To.Phase(), step.Event.Data?.Partners is [var first, ..] ? first : null);
        if (phase is RequestPhase.AtPartner or RequestPhase.Cancelling)
        {
            _current = Begin(partner, step.At, step.Event.To == BorrowingStatus.RequestSentToPartner ? step.At : null);
        }
        else if (phase is >= RequestPhase.Supplying and <= RequestPhase.Returning)
        {
            _current = Begin(partner, DateTimeOffset.MinValue, null);
            _current.IsSupplied = _current.IsSettled = true;
        }
    }

    private void Supply(in LifeStep step)
    {
        var (at, entry) = step;
        var (ships, arrives) = (Holds(step, Shipments), Holds(step, Arrivals));
        var accepts = entry.Trigger == Trigger.AcceptLateShipment;
        if (!ships && !arrives && !accepts)
        {
            return;
        }

        if (step.IsMove && entry.To.Phase() is RequestPhase.Supplying or RequestPhase.OnShelf && (_current is not { IsSupplied: true } || accepts))
        {
            var late = accepts ? _lateShipment : null;
            Settle(_current);
            _current = Supplier(late?.Event.Partner ?? (ships ? entry.Partner : null), at);
            _current.IsSupplied = _current.IsSettled = true;
            _current.ShippedAt ??= late?.At ?? (ships ? at : (DateTimeOffset?)null);
        }

        if (arrives && _current is { } ask)
        {
            ask.ReceivedAt ??= at;
        }
    }

    /// <summary>The ask that a shipment answers: the one under way, the last one of that partner, or one that the history tells nothing else of.</summary>
    private Ask Supplier(string? partner, DateTimeOffset at) =>
        _current is { } ask && (partner is null || ask.Partner is null || ask.Partner == partner)
            ? ask
            : _asks.FindLast(ask => partner is null || ask.Partner == partner) ?? Begin(partner, at, null);

    private void Settle(in LifeStep step)
    {
        var entry = step.Event;
        if (entry.To.IsFinal() && step.IsMove && entry.To != BorrowingStatus.Deleted)
        {
            Settle(_current);
            (_atClose, _current) = (_current, null);
            Loss = LossOf(entry.To, entry.Clause);
        }
        else if (entry.Trigger == Trigger.Reactivate)
        {
            Loss = null;
            _current = entry.To == BorrowingStatus.LocateInProcess ? null : _atClose;
            if (_current is { IsSupplied: false })
            {
                _current.IsSettled = false;
            }
        }
        else if (entry.From.IsFinal())
        {
            Loss = entry.To.IsFinal() ? Loss : null;
        }
        else if (GoesOn(step))
        {
            Settle(_current);
            _current = null;
        }
    }

    /// <summary>True where the partner is done with and the next one, if any, is to be asked. SE-4, and AP-10 by SE-6, keep the status.</summary>
    private static bool GoesOn(in LifeStep step) => step.Event is { To: BorrowingStatus.ReadyToBeSent, Trigger: not Trigger.AcceptCondition }
        && (step.IsMove || IsAnswer(step) || step.Event.Trigger == Trigger.SkipPartner);

    private static void Settle(Ask? ask)
    {
        if (ask is not null)
        {
            ask.IsSettled = true;
        }
    }

    private Ask Begin(string? partner, DateTimeOffset at, DateTimeOffset? sentAt)
    {
        var ask = new Ask(partner, at) { SentAt = sentAt };
        _asks.Add(ask);
        return ask;
    }

    private void NoteLateShipment(in LifeStep step)
    {
        if (!step.IsMove && Holds(step, Shipments))
        {
            _lateShipment = step;
        }
    }

    private static bool IsAnswer(in LifeStep step) => step.Event.Trigger.IsAboutPartner() || step.Event.Trigger == Trigger.Receive;

    private static bool Holds(in LifeStep step, TriggerSet triggers) =>
        triggers.Contains(step.Event.Trigger) || (step.Event.AndThen is { } then && triggers.Contains(then));

    private static Loss LossOf(BorrowingStatus status, string? clause) => status switch
    {
        BorrowingStatus.CancelledByPatron => Insights.Loss.CancelledByPatron,
        BorrowingStatus.CancelledByStaff => clause is "LO-2" or "LO-9" ? Insights.Loss.NoRota : Insights.Loss.CancelledByStaff,
        BorrowingStatus.CancelledByPartner => Insights.Loss.CancelledByPartner,
        BorrowingStatus.RejectedByPartner => Insights.Loss.RejectedByAll,
        BorrowingStatus.Expired => Insights.Loss.Expired,
        BorrowingStatus.ExternallyObtained => Insights.Loss.ObtainedElsewhere,
        BorrowingStatus.ExportedToThirdParty => Insights.Loss.Exported,
        _ => Insights.Loss.ClosedByHand,
    };
}
