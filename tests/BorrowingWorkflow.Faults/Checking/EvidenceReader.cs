using System.Data.Common;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Faults.Checking;

/// <summary>Reads what is stored: inputs through the store, as a host would, and the tables beside it, so that the store can't cover for itself.</summary>
internal static class EvidenceReader
{
    /// <summary>Reads everything.</summary>
    /// <param name="so">What is known outside of the store; its stored parts are replaced.</param>
    /// <param name="store">The store.</param>
    /// <param name="connection">A connection to its tables, not open yet.</param>
    public static async Task<Evidence> ReadAsync(Evidence so, IWorkflowStore store, DbConnection connection)
    {
        await connection.OpenAsync();
        Dictionary<MessageKey, HistoryEvent?> readBack = [];
        foreach (var key in so.Acknowledged.Select(one => one.Key).Distinct())
        {
            readBack[key] = (await store.LoadAsync(key.Request, key)).FirstVerdict;
        }

        Dictionary<RequestId, RequestSummary> summaries = [];
        await foreach (var batch in store.ScanAsync(ScanScope.Everything))
        {
            foreach (var scanned in batch)
            {
                summaries.Add(scanned.Summary.Id, scanned.Summary);
            }
        }

        return so with
        {
            ReadBack = readBack,
            Summaries = summaries,
            Requests = (await RowsAsync(connection, "SELECT body FROM request", row => BorrowingRequestJson.DeserializeRequest(Body(row, 0))))
                .ToDictionary(request => request.Id),
            Events = await RowsAsync(connection, "SELECT body FROM event ORDER BY request, revision", row => BorrowingRequestJson.DeserializeEvent(Body(row, 0))),
            Inbox = await RowsAsync(
                connection,
                "SELECT request, sender, message_id, revision FROM inbox",
                row => (new MessageKey(row.GetString(0), row.GetString(1), row.GetString(2)), (int)row.GetInt64(3))),
            Outbox = await RowsAsync(
                connection,
                "SELECT id, body, outcome FROM outbox ORDER BY seq",
                row => new OutboxRow(row.GetString(0), BorrowingRequestJson.DeserializeEffect(Body(row, 1)), row.IsDBNull(2) ? null : (EffectOutcome)row.GetInt64(2))),
            Searchable = (await RowsAsync(connection, "SELECT request FROM request_search", row => new RequestId(row.GetString(0)))).ToHashSet(),
        };
    }

    private static byte[] Body(DbDataReader row, int column) => (byte[])row.GetValue(column);

    private static async Task<List<T>> RowsAsync<T>(DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        List<T> rows = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
