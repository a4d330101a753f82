using Npgsql;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>What a bare program has: an open connection for each caller, with the batches that it has prepared.</summary>
internal sealed class BareWriters : IAsyncDisposable
{
    private readonly List<(NpgsqlConnection Connection, Dictionary<string, NpgsqlBatch> Prepared)> _writers = [];

    public static async Task<BareWriters> OpenAsync(string database, int callers)
    {
        var writers = new BareWriters();
        for (var i = 0; i < callers; i++)
        {
            var connection = new NpgsqlConnection(database);
            writers._writers.Add((connection, new(StringComparer.Ordinal)));
            await connection.OpenAsync();
        }

        return writers;
    }

    public async Task WriteAsync(int caller, BareBatch calls)
    {
        var (connection, prepared) = _writers[caller];
        if (!prepared.TryGetValue(calls.Shape, out var batch))
        {
            prepared.Add(calls.Shape, batch = await calls.PrepareAsync(connection));
        }

        calls.Fill(batch);
        await batch.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (connection, prepared) in _writers)
        {
            foreach (var batch in prepared.Values)
            {
                await batch.DisposeAsync();
            }

            await connection.DisposeAsync();
        }
    }
}
