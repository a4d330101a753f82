using BorrowingWorkflow.Anomalies.Detectors;

namespace BorrowingWorkflow.Anomalies;

/// <summary>Says which detectors a scan lacks something for.</summary>
internal static class SkippedDetectors
{
    private static readonly AnomalySkip[] WithoutDirectory =
    [
        new(BadRotaDetector.BadRota.Rule.Id, "There is no partner directory: inactive and unknown partners, and rotas of lenders that supply no files, were not looked for."),
        new(AtPartnerDetectors.Overdue.Rule.Id, "There is no partner directory: every partner was given the same days to respond."),
        new(HistoryDetectors.StatusNotInProfile.Rule.Id, "There is no partner directory: it did not run."),
    ];

    public static IReadOnlyList<AnomalySkip> Of(bool hasDirectory, bool hasItems, IEnumerable<IAnomalyDetector> detectors)
    {
        var own = detectors.Select(detector => detector.Rule).ToList();
        var skipped = new List<AnomalySkip>();
        if (!hasItems)
        {
            skipped.AddRange(AnomalyRules.All.Concat(own).Where(DetectorIndex.NeedsItem)
                .Select(rule => new AnomalySkip(rule.Id, "There is no item source: it did not run.")));
        }

        if (!hasDirectory)
        {
            skipped.AddRange(WithoutDirectory);
            skipped.AddRange(own.Where(rule => rule.Inputs.HasFlag(AnomalyInputs.Partners) && (hasItems || !DetectorIndex.NeedsItem(rule)))
                .Select(rule => new AnomalySkip(rule.Id, "There is no partner directory: it ran without.")));
        }

        return skipped;
    }
}
