using System.Data.Common;
using System.Text.Json;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>The rows of <see cref="Statements.LeaseEffects"/>, which come in no order.</summary>
internal sealed class LeasedRows : IRows<IReadOnlyList<LeasedEffect>>
{
    private readonly List<(long NotBefore, long Sequence, LeasedEffect Effect)> _leased = [];

    public bool Take(DbDataReader row)
    {
        try
        {
            _leased.Add((row.GetInt64(0), row.GetInt64(1), new(BorrowingRequestJson.DeserializeEffect(RowReader.Body(row, 3)), (int)row.GetInt64(2))));
        }
        catch (JsonException)
        {
            // A newer version of the package wrote it, for a dispatcher of its own. It stays leased, so that the others go on.
        }

        return true;
    }

    public IReadOnlyList<LeasedEffect> Result() =>
        [.. _leased.OrderBy(row => row.NotBefore).ThenBy(row => row.Sequence).Select(row => row.Effect)];
}
