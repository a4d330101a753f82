using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Populations;

namespace BorrowingWorkflow.Testing.Anomalies;

/// <summary>A case at work: the detectors in a real scan, and requests to try them on.</summary>
/// <param name="detectors">The host's own; null for those of the package.</param>
/// <param name="population">The requests.</param>
/// <param name="seed">What choices follow from.</param>
/// <param name="cancellationToken">Ends the case.</param>
internal sealed class DetectorScene(IReadOnlyList<IAnomalyDetector>? detectors, Population population, int seed, CancellationToken cancellationToken)
{
    private static readonly WorkCalendar Calendar = new();

    public IEnumerable<AnomalyRule> Rules => detectors?.Select(detector => detector.Rule) ?? AnomalyRules.All;

    public Population Population => population;

    public int Seed => seed;

    public DetectorScene In(Population other) => new(detectors, other, seed, cancellationToken);

    /// <summary>What the detectors say of all requests, in order.</summary>
    public Task<IReadOnlyList<AnomalyFinding>> ScanAsync() => ScanAsync(population.Requests);

    /// <summary>What the detectors say of some requests.</summary>
    public async Task<IReadOnlyList<AnomalyFinding>> ScanAsync(
        IEnumerable<BorrowingRequest> requests, DateTimeOffset? now = null, bool isBare = false, int batch = 100)
    {
        var scan = new AnomalyScan(new SnapshotReader(requests, batch), population.Store, population.Store, Calendar)
        {
            Partners = isBare ? null : new InMemoryPartnerDirectory(Population.Partners),
            Items = isBare ? null : population.Items,
            Detectors = detectors ?? [],
        };
        var findings = new List<AnomalyFinding>();
        await foreach (var finding in scan.FindAsync(now ?? population.Now, cancellationToken).ConfigureAwait(false))
        {
            if (detectors is null || AnomalyRules.Find(finding.Rule.Id) is null)
            {
                findings.Add(finding);
            }
        }

        return findings;
    }

    /// <summary>The findings as lines, in an order that does not depend on how they came.</summary>
    public static List<string> Lines(IEnumerable<AnomalyFinding> findings) =>
        [.. findings.Select(finding => $"{finding.Rule.Id} of {finding.Subject}: {finding.Evidence}").Order(StringComparer.Ordinal)];
}
