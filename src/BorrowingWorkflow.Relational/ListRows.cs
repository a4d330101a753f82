using System.Data.Common;

namespace BorrowingWorkflow.Relational;

/// <summary>A list of what each row holds.</summary>
internal sealed class ListRows<T>(Func<DbDataReader, T> read) : IRows<IReadOnlyList<T>>
{
    private readonly List<T> _found = [];

    public bool Take(DbDataReader row)
    {
        _found.Add(read(row));
        return true;
    }

    public IReadOnlyList<T> Result() => _found;
}
