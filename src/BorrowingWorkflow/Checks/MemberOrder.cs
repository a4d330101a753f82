using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Checks;

/// <summary>The order of a list, as stores sort it: what has no date comes last, and what ties follows by id.</summary>
internal sealed class MemberOrder(RequestOrder order) : IComparer<RequestSummary>
{
    public int Compare(RequestSummary x, RequestSummary y)
    {
        var result = order switch
        {
            RequestOrder.LongestInStatus => x.EnteredAt.CompareTo(y.EnteredAt),
            RequestOrder.Newest => y.EnteredAt.CompareTo(x.EnteredAt),
            RequestOrder.OldestNote => Compare(x.OldestNoteAt, y.OldestNoteAt),
            RequestOrder.OldestMessage => Compare(x.OldestMessageAt, y.OldestMessageAt),
            RequestOrder.DueDate => Compare(x.DueDate, y.DueDate),
            _ => Compare(x.HoldExpiresAt, y.HoldExpiresAt),
        };
        return result != 0 ? result : string.CompareOrdinal(x.Id.Value, y.Id.Value);
    }

    private static int Compare(DateTimeOffset? x, DateTimeOffset? y) =>
        (x ?? DateTimeOffset.MaxValue).CompareTo(y ?? DateTimeOffset.MaxValue);
}
