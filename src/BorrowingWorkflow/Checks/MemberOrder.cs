using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Checks;

/// <summary>The order of a list, as stores sort it.</summary>
internal sealed class MemberOrder(RequestOrder order) : IComparer<RequestSummary>
{
    public int Compare(RequestSummary x, RequestSummary y) => ListOrder.Compare(order, x, ListOrder.KeyOf(order, y), y.Id);
}
