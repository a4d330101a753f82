using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>
/// Saves of several callers in one round trip and one transaction. Where one of them can't be written the server undoes them all; then
/// they are sent one after another, so that it takes nobody along.
/// </summary>
internal sealed class SaveTrip(PostgreSqlDatabase database, Statements statements) : Trip<PendingSave, ConcurrencyConflictException?>(database, writes: true)
{
    /// <summary>Writes one save of each request, together or else one after another.</summary>
    protected override async ValueTask CarryOutAsync(NpgsqlConnection connection, List<PendingSave> left, bool isUnsure)
    {
        // Rows are locked in one order by everybody, so that trips don't wait for each other in a circle.
        var together = left.DistinctBy(save => save.Save.Request.Id).OrderBy(save => save.Save.Request.Id).ToArray();
        if (together.Length > 1 && await TryWriteAsync(connection, together).ConfigureAwait(false))
        {
            left.RemoveAll(together.Contains);
            Array.ForEach(together, save => save.Complete(null));
            return;
        }

        foreach (var save in together)
        {
            try
            {
                var isWritten = await TryWriteAsync(connection, [save]).ConfigureAwait(false);
                var conflict = isWritten ? null : await ConflictAsync(connection, save.Save, isUnsure).ConfigureAwait(false);
                left.Remove(save);
                save.Complete(conflict);
            }
            catch (PostgresException error) when (!PostgreSqlDatabase.Passes(error))
            {
                left.Remove(save);
                save.Fail(Database.Explain(error));
            }
        }
    }

    /// <summary>Writes all of them, or nothing where one of them may not be written.</summary>
    private static async ValueTask<bool> TryWriteAsync(NpgsqlConnection connection, PendingSave[] saves)
    {
        var batch = new NpgsqlBatch(connection);
        await using (batch.ConfigureAwait(false))
        {
            foreach (var command in saves.SelectMany(save => ServerStatement.Save(save.Calls)))
            {
                batch.BatchCommands.Add(command);
            }

            try
            {
                // Without a transaction around it a batch is one by itself, which spares its beginning and its end a round trip.
                await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
                return true;
            }
            catch (PostgresException error) when (
                error.SqlState is PostgresErrorCodes.UniqueViolation or PostgreSqlDialect.NotAsExpected
                || (saves.Length > 1 && !PostgreSqlDatabase.Passes(error)))
            {
                return false;
            }
        }
    }

    private async ValueTask<ConcurrencyConflictException?> ConflictAsync(NpgsqlConnection connection, RequestSave save, bool isUnsure) =>
        isUnsure && await IsSavedAsync(connection, save).ConfigureAwait(false)
            ? null
            : new(save.Request.Id, save.Expected, await RevisionAsync(connection, save).ConfigureAwait(false));

    /// <summary>True where the event of this very decision is stored: the attempt that was cut off was carried out.</summary>
    private async ValueTask<bool> IsSavedAsync(NpgsqlConnection connection, RequestSave save)
    {
        var call = new SqlCall(statements.EventAt, Expect.Anything, [save.Request.Id.Value, (long)save.Event.Revision]);
        var rows = new FirstRow<byte[]>(static row => RowReader.Body(row, 0));
        var stored = await ServerStatement.ReadAsync(connection, call, rows, CancellationToken.None).ConfigureAwait(false);
        return stored is not null && BorrowingRequestJson.Serialize(save.Event).AsSpan().SequenceEqual(stored);
    }

    private ValueTask<int> RevisionAsync(NpgsqlConnection connection, RequestSave save)
    {
        var call = new SqlCall(statements.Revision, Expect.Anything, [save.Request.Id.Value]);
        return ServerStatement.ReadAsync(connection, call, new FirstRow<int>(static row => (int)row.GetInt64(0)), CancellationToken.None);
    }
}
