using BorrowingWorkflow.Storage;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>Loads of several callers in one round trip. Each is a statement of its own and sees one moment.</summary>
internal sealed class LoadTrip(PostgreSqlDatabase database) : Trip<PendingLoad, LoadedRequest>(database, writes: false)
{
    protected override async ValueTask CarryOutAsync(NpgsqlConnection connection, List<PendingLoad> left, bool isUnsure)
    {
        var batch = new NpgsqlBatch(connection);
        await using (batch.ConfigureAwait(false))
        {
            foreach (var load in left)
            {
                batch.BatchCommands.Add(ServerStatement.Of(load.Call.Statement).BatchCommand(load.Call.Values));
            }

            var reader = await batch.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                for (; left.Count > 0; left.RemoveAt(0))
                {
                    await left[0].ReadAsync(reader).ConfigureAwait(false);
                    await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
    }
}
