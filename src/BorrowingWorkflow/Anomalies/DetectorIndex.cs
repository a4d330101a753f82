using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Anomalies;

/// <summary>The detectors by status, so that a row meets only those that may report on it.</summary>
internal sealed class DetectorIndex
{
    private static readonly DetectorIndex Standard = new();

    private readonly Detector[][] _withSnapshot = ByStatus(detector => !NeedsItem(detector.Rule));
    private readonly Detector[][] _withSummary = ByStatus(detector => detector.LooksAtSummaries);
    private readonly Detector[][] _withItems = ByStatus(detector => NeedsItem(detector.Rule));

    private DetectorIndex()
    {
    }

    public static ReadOnlySpan<Detector> For(BorrowingStatus status, bool hasSnapshot) =>
        hasSnapshot ? Standard._withSnapshot[(int)status] : Standard._withSummary[(int)status];

    public static ReadOnlySpan<Detector> ForItems(BorrowingStatus status) => Standard._withItems[(int)status];

    public static bool NeedsItem(AnomalyRule rule) => rule.Inputs.HasFlag(AnomalyInputs.Item);

    private static Detector[][] ByStatus(Func<Detector, bool> belongs)
    {
        var index = new Detector[(int)BorrowingStatus.Deleted + 1][];
        for (var status = 0; status < index.Length; status++)
        {
            index[status] = [.. AnomalyRules.Detectors.Where(detector => belongs(detector) && detector.Rule.Statuses.Contains((BorrowingStatus)status))];
        }

        return index;
    }
}
