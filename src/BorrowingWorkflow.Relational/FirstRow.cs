using System.Data.Common;

namespace BorrowingWorkflow.Relational;

/// <summary>What the first row holds; the default where there is none.</summary>
internal sealed class FirstRow<T>(Func<DbDataReader, T> read) : IRows<T?>
{
    private T? _found;

    public bool Take(DbDataReader row)
    {
        _found = read(row);
        return false;
    }

    public T? Result() => _found;
}
