using Npgsql;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>Loads of several callers in one round trip. Each is a statement of its own and sees one moment.</summary>
internal sealed class LoadTrip(PostgreSqlDatabase database)
{
    public async ValueTask RunAsync(IReadOnlyList<PendingLoad> loads)
    {
        List<PendingLoad> left = [.. loads];
        try
        {
            await database.RunAsync(
                async (connection, _) =>
                {
                    left.RemoveAll(static load => !load.Begin());
                    await ReadAsync(connection, left).ConfigureAwait(false);
                    return true;
                },
                mayRepeat: () => true,
                writes: false,
                CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, those who wait are told.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            left.ForEach(load => load.Fail(fault));
        }
    }

    private static async ValueTask ReadAsync(NpgsqlConnection connection, List<PendingLoad> left)
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
