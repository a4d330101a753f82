using System.Data.Common;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>The rows of <see cref="Statements.Load"/>.</summary>
internal sealed class LoadRows : IRows<LoadedRequest>
{
    private BorrowingRequest? _request;
    private HistoryEvent? _first;
    private List<OpenSend>? _sends;

    public bool Take(DbDataReader row)
    {
        switch (row.GetInt64(0))
        {
            case 0:
                _request = BorrowingRequestJson.DeserializeRequest(RowReader.Body(row, 1));
                break;
            case 1:
                _first = BorrowingRequestJson.DeserializeEvent(RowReader.Body(row, 1));
                break;
            default:
                (_sends ??= []).Add(new(SqlText.Read(row.GetString(2)), row.IsDBNull(3) ? -1 : (int)row.GetInt64(3), !row.IsDBNull(4)));
                break;
        }

        return true;
    }

    public LoadedRequest Result() => new(_request, _first, _sends ?? (IReadOnlyList<OpenSend>)[]);
}
