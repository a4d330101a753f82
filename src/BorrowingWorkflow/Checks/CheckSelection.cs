using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Checks;

/// <summary>Which requests are on a check's list: a query that stores answer from an index, and what the query cannot say.</summary>
/// <param name="Query">
/// Narrows as far as an index can; its order is not used. Give it statuses, or the trait of an active note or message: without either the
/// list reads completed requests too.
/// </param>
/// <param name="Where">
/// Decides on the rest, a summary at a time, after <paramref name="Query"/>. It is called for every request that the query finds, so it
/// should not allocate, and by any thread. Null: the query says it all.
/// </param>
public sealed record CheckSelection(RequestQuery Query, Func<RequestSummary, bool>? Where = null)
{
    /// <summary>True where every request in the query's statuses is on the list: the status alone decides.</summary>
    internal bool TakesStatusesWhole =>
        Where is null && Query.Statuses is not null && Query == new RequestQuery { Statuses = Query.Statuses, Order = Query.Order };

    /// <summary>True where the request is on the list.</summary>
    public bool Includes(in RequestSummary summary) => Query.Matches(in summary) && (Where is null || Where(summary));
}
