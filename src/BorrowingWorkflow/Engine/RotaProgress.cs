using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Engine;

/// <summary>How a request walks its rota.</summary>
internal static class RotaProgress
{
    /// <summary>What speaks against each partner of the rota that the input brings; those that answered in an earlier rota come last.</summary>
    public static IReadOnlyList<(string Code, string? Objection)> Offer(Decision decision)
    {
        if (decision.Data.Partners is not { Count: > 0 } codes)
        {
            return [];
        }

        var answered = decision.Request.Rota.Where(entry => entry.HasAnswered).Select(entry => entry.Partner).ToHashSet(StringComparer.Ordinal);
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

    private static bool IsUsable(Decision decision, RotaEntry entry) => decision.Context.Partners.GetValueOrDefault(entry.Partner) is { IsActive: true };
}
