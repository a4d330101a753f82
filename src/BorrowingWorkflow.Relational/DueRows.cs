using System.Data.Common;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Relational;

/// <summary>The rows of <see cref="Statements.LeaseDeadlines"/>, which come in no order.</summary>
internal sealed class DueRows : IRows<IReadOnlyList<RequestId>>
{
    private readonly List<(long At, RequestId Id)> _due = [];

    public bool Take(DbDataReader row)
    {
        _due.Add((row.GetInt64(0), new(row.GetString(1))));
        return true;
    }

    public IReadOnlyList<RequestId> Result() => [.. _due.Order().Select(row => row.Id)];
}
