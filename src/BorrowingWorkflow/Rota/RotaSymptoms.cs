using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Rota;

/// <summary>What a rota shows of being bad, without a look at the partner directory.</summary>
internal static class RotaSymptoms
{
    /// <summary>Final statuses in which the rota is what failed.</summary>
    public static readonly StatusSet Exhausted = [RejectedByPartner, Expired];

    /// <summary>Reasons for a rejection that say nothing about the request.</summary>
    public static readonly IReadOnlySet<string> HarmlessByDefault = new HashSet<string>(StringComparer.Ordinal) { "not-on-shelf", "in-use" };

    /// <summary>The entries of the latest rota.</summary>
    public static IReadOnlyList<RotaEntry> LatestRound(BorrowingRequest request)
    {
        var latest = request.Rota.Count == 0 ? 0 : request.Rota.Max(entry => entry.Round);
        return [.. request.Rota.Where(entry => entry.Round == latest)];
    }

    /// <summary>False where nothing can be wrong; nearly every rota. Allocates nothing.</summary>
    public static bool MayBeBad(BorrowingRequest request)
    {
        var rejected = 0;
        for (var index = 0; index < request.Rota.Count; index++)
        {
            var entry = request.Rota[index];
            rejected += entry is { State: EntryState.Rejected, Reason: not null } ? 1 : 0;
            if (entry.State == EntryState.Unusable || entry.Partner == request.Library || rejected > 1)
            {
                return true;
            }

            for (var earlier = 0; earlier < index; earlier++)
            {
                if (request.Rota[earlier].Partner == entry.Partner)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True where the borrower is among its own partners.</summary>
    public static bool NamesItself(BorrowingRequest request, IReadOnlyList<RotaEntry> entries) =>
        entries.Any(entry => entry.Partner == request.Library);

    /// <summary>The partners that are named more than once.</summary>
    public static IEnumerable<string> NamedTwice(IReadOnlyList<RotaEntry> entries) =>
        entries.GroupBy(entry => entry.Partner, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key);

    /// <summary>The entries that can't be asked, for another reason than those above.</summary>
    public static IEnumerable<RotaEntry> Unusable(BorrowingRequest request, IReadOnlyList<RotaEntry> entries) =>
        entries.Where(entry => entry.State == EntryState.Unusable && entry.Partner != request.Library && entries.Count(other => other.Partner == entry.Partner) == 1);

    /// <summary>The reasons that several partners rejected for, with those partners.</summary>
    public static IEnumerable<(string Reason, IReadOnlyList<string> Partners)> SameRejections(
        IReadOnlyList<RotaEntry> entries, IEnumerable<string> harmless, int several) =>
        from entry in entries
        where entry is { State: EntryState.Rejected, Reason: not null }
        group entry by Normalised(entry.Reason!) into rejected
        where rejected.Key.Length > 0 && !harmless.Any(reason => Normalised(reason) == rejected.Key)
        let partners = rejected.Select(entry => entry.Partner).Distinct(StringComparer.Ordinal).ToList()
        where partners.Count >= several
        select (rejected.First().Reason!, (IReadOnlyList<string>)partners);

    /// <summary>True where the rota of a request that ended for want of a supplier shows any of this.</summary>
    public static bool Any(BorrowingRequest request)
    {
        if (!Exhausted.Contains(request.Status) || request.ReplacedBy is not null || !MayBeBad(request))
        {
            return false;
        }

        var entries = LatestRound(request);
        return NamesItself(request, entries)
            || NamedTwice(entries).Any()
            || Unusable(request, entries).Any()
            || SameRejections(entries, HarmlessByDefault, several: 2).Any();
    }

    private static string Normalised(string reason) =>
        string.Concat(reason.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '_'))).ToLowerInvariant();
}
