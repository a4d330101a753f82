using BorrowingWorkflow.Checks;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>Tells whether a list that staff work shows a request: the checks of csu and extended, the catch-all apart.</summary>
internal static class WorkedLists
{
    private static readonly CheckPolicy[] Lists = [.. CheckPresets.Extended.Where(policy => policy.Id != "no-list")];

    public static bool Hold(AnomalySubject subject)
    {
        var context = new CheckContext(subject.Now);
        foreach (var list in Lists)
        {
            if (list.Select(context).Includes(subject.Summary))
            {
                return true;
            }
        }

        return false;
    }
}
