using System.Data.Common;
using System.Runtime.CompilerServices;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>Keeps everything in a PostgreSQL database, for any number of hosts side by side.</summary>
/// <remarks>
/// Safe for any number of threads and hosts. The schema is created, and an older one upgraded in place, when it is first used; hosts that
/// start together wait for each other. A save is one round trip and one transaction; it is durable when its task is done. A connection
/// that is cut is replaced and the call repeated where that can't do anything twice: reads, and saves, which a repetition recognises.
/// A server that can't be used ends in <see cref="StoreUnavailableException"/>. Needs PostgreSQL 13 or newer.
/// </remarks>
public sealed class PostgreSqlWorkflowStore : RelationalWorkflowStore
{
    private static readonly Statements ServerStatements = new(PostgreSqlDialect.Instance);

    private readonly PostgreSqlDatabase _database;

    /// <summary>A store in the database that a connection string names. The store has a pool of connections of its own.</summary>
    /// <param name="connectionString">
    /// As Npgsql reads it. Statements are prepared unless it sets Max Auto Prepare to 0, as some poolers between host and server need it.
    /// </param>
    /// <exception cref="ArgumentException">It is no connection string, or names no host.</exception>
    public PostgreSqlWorkflowStore(string connectionString)
        : this(OwnPool.Create(connectionString), isOwned: true, Migrations.All)
    {
    }

    /// <summary>A store on connections of the host's, which keeps them open and disposes of them after the store.</summary>
    /// <param name="source">
    /// Gives connections. Set Max Auto Prepare, and No Reset On Close where nobody else leaves settings or locks on a connection of it: each
    /// makes a save about twice as fast.
    /// </param>
    public PostgreSqlWorkflowStore(NpgsqlDataSource source)
        : this(source ?? throw new ArgumentNullException(nameof(source)), isOwned: false, Migrations.All)
    {
    }

    internal PostgreSqlWorkflowStore(NpgsqlDataSource source, bool isOwned, IReadOnlyList<Migration> migrations)
        : base(ServerStatements) => _database = new(source, isOwned, migrations);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override ValueTask<T> ReadAsync<T>(SqlCall call, IRows<T> rows, ReadKind kind, CancellationToken cancellationToken)
    {
        var hasTaken = false;
        var read = _database.RunAsync(
            async (connection, _) =>
            {
                var reader = await OpenAsync(connection, call, cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        hasTaken = true;
                        if (!rows.Take(reader))
                        {
                            break;
                        }
                    }

                    return rows.Result();
                }
            },
            // An answer that was begun can't be begun again.
            mayRepeat: () => !hasTaken,
            writes: false,
            cancellationToken);

        // Where the network stands still, the driver's own way to cancel waits for it.
        return read.IsCompleted || !cancellationToken.CanBeCanceled ? read : new(read.AsTask().WaitAsync(cancellationToken));
    }

    private protected override ValueTask<T> LeaseAsync<T>(SqlCall call, IRows<T> rows, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _database.RunAsync(
            async (connection, _) =>
            {
                // A lease that has begun is finished: whoever gave up would hide what nobody carries out.
                var reader = await OpenAsync(connection, call, CancellationToken.None).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false))
                    {
                        rows.Take(reader);
                    }

                    return rows.Result();
                }
            },
            mayRepeat: () => false,
            writes: false,
            cancellationToken);
    }

    private protected override async ValueTask WriteAsync(RequestSave save, List<SqlCall> calls, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var conflict = await _database.RunAsync(
            async (connection, isUnsure) =>
            {
                var batch = new NpgsqlBatch(connection);
                await using (batch.ConfigureAwait(false))
                {
                    foreach (var call in calls)
                    {
                        batch.BatchCommands.Add(ServerStatement.Of(call.Statement).BatchCommand(call.Values));
                    }

                    try
                    {
                        // Without a transaction around it a batch is one by itself, which spares its beginning and its end a round trip.
                        await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
                        return null;
                    }
                    catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.UniqueViolation or PostgreSqlDialect.NotAsExpected)
                    {
                        return isUnsure && await IsSavedAsync(connection, save).ConfigureAwait(false)
                            ? null
                            : new ConcurrencyConflictException(save.Request.Id, save.Expected, await RevisionAsync(connection, save).ConfigureAwait(false));
                    }
                }
            },
            // It names the revision that it is based on, so only one of two can be carried out.
            mayRepeat: () => true,
            writes: true,
            cancellationToken).ConfigureAwait(false);
        if (conflict is not null)
        {
            throw conflict;
        }
    }

    private protected override async ValueTask WriteAsync(SqlCall call, bool mayRepeat, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _database.RunAsync(
            async (connection, _) =>
            {
                var command = ServerStatement.Of(call.Statement).Command(connection, call.Values);
                await using (command.ConfigureAwait(false))
                {
                    return await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
                }
            },
            mayRepeat: () => mayRepeat,
            writes: true,
            cancellationToken).ConfigureAwait(false);
    }

    private protected override async IAsyncEnumerable<IReadOnlyList<T>> StreamAsync<T>(
        Statement statement, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var rows = new RowStream(_database);
        await using (rows.ConfigureAwait(false))
        {
            List<T> batch = new(BatchSize);
            while (await rows.FillAsync(statement, batch, BatchSize, read, cancellationToken).ConfigureAwait(false))
            {
                yield return batch;
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private static async ValueTask<NpgsqlDataReader> OpenAsync(NpgsqlConnection connection, SqlCall call, CancellationToken cancellationToken)
    {
        var command = ServerStatement.Of(call.Statement).Command(connection, call.Values);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>True where the event of this very decision is stored: the attempt that was cut off was carried out.</summary>
    private async ValueTask<bool> IsSavedAsync(NpgsqlConnection connection, RequestSave save)
    {
        var call = new SqlCall(Sql.EventAt, Expect.Anything, [save.Request.Id.Value, (long)save.Event.Revision]);
        var reader = await OpenAsync(connection, call, CancellationToken.None).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.ReadAsync().ConfigureAwait(false) && BorrowingRequestJson.Serialize(save.Event).AsSpan().SequenceEqual(RowReader.Body(reader, 0));
        }
    }

    private async ValueTask<int> RevisionAsync(NpgsqlConnection connection, RequestSave save)
    {
        var reader = await OpenAsync(connection, new(Sql.Revision, Expect.Anything, [save.Request.Id.Value]), CancellationToken.None).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.ReadAsync().ConfigureAwait(false) ? (int)reader.GetInt64(0) : 0;
        }
    }
}
