using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Engine;

/// <summary>What is known of the sends of a request to each partner.</summary>
internal static class KnownSends
{
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
    public static int? Concerned(Decision decision)
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

        return RotaProgress.LastOf(request, partner);
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
            || Concerned(decision) is not { } index)
        {
            return false;
        }

        var entry = decision.Request.Rota[index];
        return entry.IsConfirmed
            || (decision.Trigger == Trigger.SendFailed && (data.Outcome == SendOutcome.NotDelivered || entry.UnknownSends.Contains(effect)));
    }

    /// <summary>The id of the send that the input tells the outcome of.</summary>
    public static string? Of(Decision decision, RotaEntry entry) => decision.Data.Effect ?? entry.LastSend;

    /// <summary>The sends of an entry whose outcome stays unknown after this input.</summary>
    public static IReadOnlyList<string> StillUnknown(Decision decision, RotaEntry entry)
    {
        if (decision.Data.Outcome != SendOutcome.NotDelivered)
        {
            return IsAnswer(decision, entry) || Of(decision, entry) is not { } send || entry.UnknownSends.Contains(send)
                ? entry.UnknownSends
                : [.. entry.UnknownSends, send];
        }

        return IsAnswer(decision, entry) ? [] : [.. entry.UnknownSends.Where(send => send != Of(decision, entry))];
    }

    /// <summary>A send whose outcome the input tells leaves the queue, whatever the verdict.</summary>
    public static void Settle(Decision decision)
    {
        if (decision.Trigger is not (Trigger.Sent or Trigger.SendFailed) || Concerned(decision) is not { } index)
        {
            return;
        }

        var entry = decision.Request.Rota[index];
        if (decision.Trigger == Trigger.Sent)
        {
            // Whatever becomes of the input: from now on the partner has the request.
            decision.SetEntry(index, entry with { IsConfirmed = true });
        }

        var about = Of(decision, entry);
        if (decision.Context.OpenSends.Any(send => send.Effect == about))
        {
            decision.Settled.Add(new(about!, decision.Trigger == Trigger.Sent ? EffectOutcome.Done : EffectOutcome.Failed, decision.Now));
        }
    }

    /// <summary>True where the outcome is that of a question to the partner, which settles every send before it.</summary>
    private static bool IsAnswer(Decision decision, RotaEntry entry) => entry.LastSendAsks && Of(decision, entry) == entry.LastSend;
}
