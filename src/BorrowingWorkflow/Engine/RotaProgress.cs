using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Engine;

/// <summary>How a request walks its rota, and what is known of the sends to each partner.</summary>
internal static class RotaProgress
{
    /// <summary>What speaks against each partner of the rota that the input brings; those that answered in an earlier rota come last.</summary>
    public static IReadOnlyList<(string Code, string? Objection)> Offer(Decision decision)
    {
        if (decision.Data.Partners is not { Count: > 0 } codes)
        {
            return [];
        }

        var answered = decision.Request.Rota
            .Where(entry => entry.State is EntryState.Rejected or EntryState.Expired or EntryState.Declined or EntryState.Cancelled)
            .Select(entry => entry.Partner).ToHashSet(StringComparer.Ordinal);
        var ordered = codes.OrderBy(answered.Contains).ToArray();
        var objections = RotaValidator.Check(
            decision.Request.Library,
            decision.Request.Citation,
            [.. ordered.Select(code => (code, decision.Context.Partners.GetValueOrDefault(code)))]);
        return [.. ordered.Zip(objections)];
    }

    /// <summary>Puts the offered rota behind what remains of earlier ones.</summary>
    public static void Build(Decision decision)
    {
        var round = decision.Request.Rota.Count == 0 ? 1 : decision.Request.Rota[^1].Round + 1;
        decision.Request.Rota =
        [
            .. decision.Request.Rota.Select(entry => entry.State == EntryState.Pending ? entry with { State = EntryState.Closed } : entry),
            .. decision.OfferedRota.Select(offer => new RotaEntry(offer.Code)
            {
                Round = round,
                State = offer.Objection is null ? EntryState.Pending : EntryState.Unusable,
                Reason = offer.Objection,
            }),
        ];
    }

    /// <summary>True where a partner that can be asked is left.</summary>
    public static bool HasPending(Decision decision)
    {
        var rota = decision.Request.Rota;
        for (var index = 0; index < rota.Count; index++)
        {
            if (rota[index].State == EntryState.Pending && IsUsable(decision, rota[index]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes the next partner that can be asked the active one; those that can't be any more are passed over and say why.</summary>
    public static void ActivateNext(Decision decision)
    {
        for (var index = 0; index < decision.Request.Rota.Count; index++)
        {
            var entry = decision.Request.Rota[index];
            if (entry.State != EntryState.Pending)
            {
                continue;
            }

            if (IsUsable(decision, entry))
            {
                decision.SetEntry(index, entry with { State = EntryState.Active });
                decision.Request.ActiveEntry = index;
                decision.Request.Condition = null;
                return;
            }

            decision.SetEntry(index, entry with { State = EntryState.Unusable, Reason = "The partner is unknown or takes no requests at present." });
        }
    }

    /// <summary>Makes an entry the active one again.</summary>
    public static void Reactivate(Decision decision, int? index)
    {
        if (index is not { } position)
        {
            return;
        }

        decision.Request.ActiveEntry = position;
        var entry = decision.Request.Rota[position];
        if (entry.State == EntryState.Closed)
        {
            decision.SetEntry(position, entry with { State = EntryState.Active });
        }
    }

    /// <summary>True where a send to the active partner is under way, had an unknown outcome or was confirmed.</summary>
    public static bool ActiveMayHold(Decision decision) =>
        decision.Active is { } active
        && (active.IsConfirmed || active.UnknownSends.Count > 0 || IsUnderWay(decision, decision.Request.ActiveEntry));

    /// <summary>True where a send to the entry is under way, other than <paramref name="except"/>.</summary>
    public static bool IsUnderWay(Decision decision, int? entry, string? except = null)
    {
        var sends = decision.Context.OpenSends;
        for (var index = 0; index < sends.Count; index++)
        {
            if (sends[index].IsUnderWay && sends[index].Entry == entry && sends[index].Effect != except)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The position of the entry whose request the input tells the outcome of; null where none is meant.</summary>
    public static int? SendConcerned(Decision decision)
    {
        var (request, data) = (decision.Request, decision.Data);
        if (data.Effect is { } effect)
        {
            foreach (var send in decision.Context.OpenSends)
            {
                if (send.Effect == effect)
                {
                    return send.Entry;
                }
            }

            for (var index = request.Rota.Count - 1; index >= 0; index--)
            {
                var entry = request.Rota[index];
                if (entry.FirstSend == effect || entry.LastSend == effect || entry.UnknownSends.Contains(effect))
                {
                    return index;
                }
            }
        }

        if (decision.Input.Partner is not { } partner)
        {
            return request.ActiveEntry;
        }

        for (var index = request.Rota.Count - 1; index >= 0; index--)
        {
            // A partner may stand in a later rota too, where it has not been asked yet.
            if (request.Rota[index].Partner == partner && request.Rota[index].FirstSend is not null)
            {
                return index;
            }
        }

        return LastOf(request, partner);
    }

    /// <summary>
    /// True where one attempt at a send tells its outcome after another has told its own, and adds nothing: that the partner has the request
    /// is known, or that it may have it; and that one attempt did not arrive says nothing of the other.
    /// </summary>
    public static bool IsToldAlready(Decision decision)
    {
        if (decision.Trigger is not (Trigger.Sent or Trigger.SendFailed)
            || decision.Data is not { Effect: { } effect, SendAttempt: not null } data
            || decision.Context.OpenSends.Any(send => send.Effect == effect)
            || SendConcerned(decision) is not { } index)
        {
            return false;
        }

        var entry = decision.Request.Rota[index];
        return entry.IsConfirmed
            || (decision.Trigger == Trigger.SendFailed && (data.Outcome == SendOutcome.NotDelivered || entry.UnknownSends.Contains(effect)));
    }

    /// <summary>The id of the send that the input tells the outcome of.</summary>
    public static string? SendOf(Decision decision, RotaEntry entry) => decision.Data.Effect ?? entry.LastSend;

    /// <summary>True where the outcome is that of a question to the partner, which settles every send before it.</summary>
    public static bool IsAnswer(Decision decision, RotaEntry entry) => entry.LastSendAsks && SendOf(decision, entry) == entry.LastSend;

    /// <summary>The sends of an entry whose outcome stays unknown after this input.</summary>
    public static IReadOnlyList<string> StillUnknown(Decision decision, RotaEntry entry)
    {
        if (decision.Data.Outcome != SendOutcome.NotDelivered)
        {
            return IsAnswer(decision, entry) || SendOf(decision, entry) is not { } send || entry.UnknownSends.Contains(send)
                ? entry.UnknownSends
                : [.. entry.UnknownSends, send];
        }

        return IsAnswer(decision, entry) ? [] : [.. entry.UnknownSends.Where(send => send != SendOf(decision, entry))];
    }

    /// <summary>The last entry of a partner, whatever became of it; null where it is not in the rota.</summary>
    public static int? LastOf(BorrowingRequest request, string partner)
    {
        for (var index = request.Rota.Count - 1; index >= 0; index--)
        {
            if (request.Rota[index].Partner == partner && request.Rota[index].State != EntryState.Unusable)
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>
    /// The entry whose shipment came after the close, where the input is about it: the one that the input names, if it has shipped, else
    /// the latest.
    /// </summary>
    public static int? LateShipper(Decision decision)
    {
        if (decision.Trigger is not (Trigger.AcceptLateShipment or Trigger.ScanIn) || decision.Request.Facts.ShippedAfterClose is not { } partner)
        {
            return null;
        }

        return decision.Input.Partner is { } named && LastOf(decision.Request, named) is { } index && decision.Request.Rota[index].HasShipped
            ? index
            : LastOf(decision.Request, partner);
    }

    /// <summary>Another entry than the active one that has shipped: the one that the input names, else the latest.</summary>
    public static int? OtherShipper(Decision decision)
    {
        var rota = decision.Request.Rota;
        for (var index = rota.Count - 1; index >= 0; index--)
        {
            if (index != decision.Request.ActiveEntry && rota[index].HasShipped
                && (decision.Input.Partner is null || decision.Input.Partner == rota[index].Partner))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>Notes the shipment of an entry that is not active: it can be accepted later, with the due date that it brings.</summary>
    public static void NoteShipment(Decision decision, bool physical)
    {
        if (physical && decision.Input.Partner is { } partner && LastOf(decision.Request, partner) is { } index)
        {
            decision.SetEntry(index, decision.Request.Rota[index] with { HasShipped = true, LenderDueDate = decision.Data.DueDate });
        }
    }

    private static bool IsUsable(Decision decision, RotaEntry entry) => decision.Context.Partners.GetValueOrDefault(entry.Partner) is { IsActive: true };
}
