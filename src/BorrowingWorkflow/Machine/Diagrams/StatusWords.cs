using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Machine.StatusGroups;

namespace BorrowingWorkflow.Machine.Diagrams;

/// <summary>Sets of statuses in words: by the names of the groups where they fit, else one by one.</summary>
internal static class StatusWords
{
    private static readonly (StatusSet Statuses, string Words)[] Groups =
    [
        (Any, "any status"),
        (NotFinal, "every status that is not final"),
        (Final - [BorrowingStatus.Deleted], "every final status"),
        (PostShip, "any status after shipping"),
        (OnLoan, "any status on loan"),
        (AtPartner, "any status at the partner"),
        (Trouble, "any status of trouble"),
    ];

    public static string Of(StatusSet statuses)
    {
        foreach (var (group, words) in Groups)
        {
            var missing = group - statuses;
            if ((statuses - group).Count == 0 && group.Count > 8 && missing.Count is > 0 and < 5)
            {
                return $"{words} except {Labels(missing)}";
            }
        }

        var found = new List<string>();
        foreach (var (group, words) in Groups)
        {
            if ((group - statuses).Count == 0)
            {
                found.Add(words);
                statuses -= group;
            }
        }

        if (statuses.Count > 0)
        {
            found.Add(Labels(statuses));
        }

        return string.Join(", ", found);
    }

    private static string Labels(StatusSet statuses) => string.Join(", ", statuses.Select(status => status.Label()));
}
