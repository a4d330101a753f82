using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Checks;

/// <summary>The order of a list, as stores sort it.</summary>
internal sealed class MemberOrder(RequestOrder order) : IComparer<RequestSummary>
{
    public int Compare(RequestSummary x, RequestSummary y)
    {
        var result = ListOrder.KeyOf(order, in x).CompareTo(ListOrder.KeyOf(order, in y));
        return result == 0 ? string.CompareOrdinal(x.Id.Value, y.Id.Value) : ListOrder.IsDescending(order) ? -result : result;
    }
}
