using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>A rota that can't work, or a request that no partner can fill as it is.</summary>
internal static class BadRotaDetector
{
    /// <summary>Not filled yet, or ended for want of a supplier: what can still be corrected and submitted again.</summary>
    private static readonly StatusSet Correctable =
        StatusGroups.NotFinal - StatusGroups.PostShip - [BorrowingStatus.ShippedDigitally, BorrowingStatus.DigitallyReceivedByLibrary] | RotaSymptoms.Exhausted;

    public static readonly Detector BadRota = new(
        new AnomalyRule(
            "bad-rota",
            AnomalySeverity.Error,
            "Bad rota",
            "the rota names the borrower itself, an inactive or unknown partner, or one partner twice; or a digital-only or article request has a physical-loan rota; or two or more partners rejected for the same reason other than not-on-shelf and in-use",
            "Correct the request and submit it again; tell the lenders.")
        {
            Statuses = Correctable,
            Inputs = AnomalyInputs.Partners,
            Remedies = [Trigger.Resubmit, Trigger.SkipPartner, Trigger.SendGeneralMessage],
        },
        static (subject, settings) =>
            subject.Snapshot.ReplacedBy is null && (subject.HasDirectory || RotaSymptoms.MayBeBad(subject.Snapshot)) ? Faults(subject, settings) : null);

    private static string? Faults(AnomalySubject subject, AnomalySettings settings)
    {
        var request = subject.Snapshot;
        var entries = RotaSymptoms.LatestRound(request);
        var faults = new List<string>();
        if (RotaSymptoms.NamesItself(request, entries))
        {
            faults.Add($"it names the borrower itself, {request.Library}");
        }

        AddPartners(faults, "it names twice", RotaSymptoms.NamedTwice(entries));
        AddPartners(faults, "it can't use", RotaSymptoms.Unusable(request, entries).Select(Described));
        if (subject.HasDirectory && !request.Status.IsFinal())
        {
            AddDirectoryFaults(faults, subject, entries);
        }

        foreach (var (reason, partners) in RotaSymptoms.SameRejections(entries, settings.HarmlessReasons, settings.SameRejections))
        {
            faults.Add($"{string.Join(", ", partners)} rejected it for the same reason, {reason}");
        }

        return faults.Count == 0 ? null : $"The rota is bad: {string.Join("; ", faults)}.";
    }

    private static void AddDirectoryFaults(List<string> faults, AnomalySubject subject, IReadOnlyList<RotaEntry> entries)
    {
        var ahead = entries.Where(entry => entry.State is EntryState.Pending or EntryState.Active).Select(entry => entry.Partner).Distinct(StringComparer.Ordinal).ToList();
        AddPartners(faults, "the directory does not know", ahead.Where(code => subject.FindPartner(code) is null));
        AddPartners(faults, "no longer active:", ahead.Where(code => subject.FindPartner(code) is { IsActive: false }));
        var citation = subject.Snapshot.Citation;
        if (citation.Format == RequestFormat.Digital || citation.Type == CitationType.Article)
        {
            AddPartners(
                faults,
                "a file is wanted and these lend physical items only:",
                ahead.Where(code => subject.FindPartner(code) is { } partner && !partner.Supplies.HasFlag(Supplies.Digital)));
        }
    }

    private static string Described(RotaEntry entry) => entry.Reason is { Length: > 0 } reason ? $"{entry.Partner} ({reason})" : entry.Partner;

    private static void AddPartners(List<string> faults, string what, IEnumerable<string> partners)
    {
        var list = string.Join(", ", partners);
        if (list.Length > 0)
        {
            faults.Add($"{what} {list}");
        }
    }
}
