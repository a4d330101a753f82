using System.Data.Common;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>A page of a list, of rows that begin with the summary's columns; one row more says that there is a next page.</summary>
internal sealed class PageRows(RequestOrder order, int limit, Func<DbDataReader, RequestSummary> read) : IRows<RequestPage>
{
    private readonly List<RequestSummary> _found = [];
    private bool _hasMore;

    public bool Take(DbDataReader row)
    {
        if (_found.Count == limit)
        {
            _hasMore = true;
            return false;
        }

        _found.Add(read(row));
        return true;
    }

    public RequestPage Result() => new(_found, _hasMore ? ListOrder.CursorAt(order, _found[^1]) : null);
}
