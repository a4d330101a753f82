using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Anomalies;

/// <summary>The host's own detectors in a scan.</summary>
internal static class CustomDetectors
{
    /// <summary>Says whether the ids are usable beside those of the package.</summary>
    public static IReadOnlyList<IAnomalyDetector> Checked(IReadOnlyList<IAnomalyDetector> detectors)
    {
        ArgumentNullException.ThrowIfNull(detectors);
        var taken = AnomalyRules.All.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var detector in detectors)
        {
            if (!taken.Add(detector.Rule.Id))
            {
                throw new ArgumentException($"Two detectors have the id {detector.Rule.Id}.", nameof(detectors));
            }
        }

        return [.. detectors];
    }

    public static async ValueTask ExamineAsync(
        IReadOnlyList<IAnomalyDetector> detectors, IReadOnlyList<ScannedRequest> batch, ScanRun run, BatchItems? items, CancellationToken cancellationToken)
    {
        foreach (var detector in detectors)
        {
            var needsItem = DetectorIndex.NeedsItem(detector.Rule);
            if (needsItem && items is null)
            {
                continue;
            }

            for (var index = 0; index < batch.Count; index++)
            {
                var row = batch[index];
                if (detector.Rule.Statuses.Contains(row.Summary.Status))
                {
                    var subject = run.Subject(in row);
                    subject.Items = needsItem ? items!.Of(row.Summary.Id) : [];
                    if (await detector.ExamineAsync(subject, cancellationToken).ConfigureAwait(false) is { } evidence)
                    {
                        run.Findings.Add(new(detector.Rule, row.Summary.Id, evidence));
                    }
                }
            }
        }
    }

    public static StatusSet ItemStatuses(IEnumerable<IAnomalyDetector> detectors) =>
        detectors.Select(detector => detector.Rule).Concat(AnomalyRules.All).Where(DetectorIndex.NeedsItem)
            .Aggregate(default(StatusSet), (statuses, rule) => statuses | rule.Statuses);
}
