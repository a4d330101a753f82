using System.Data.Common;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>The rows of <see cref="Statements.Backlog"/>.</summary>
internal sealed class BacklogRows : IRows<Backlog>
{
    private Backlog _backlog = new();

    public bool Take(DbDataReader row)
    {
        var (waiting, oldest) = (row.GetInt64(1), row.IsDBNull(2) ? (DateTimeOffset?)null : Ticks.Read(row.GetInt64(2)));
        _backlog = row.GetInt64(0) == 0
            ? _backlog with { Effects = waiting, OldestEffect = oldest }
            : _backlog with { Deadlines = waiting, OldestDeadline = oldest };
        return true;
    }

    public Backlog Result() => _backlog;
}
