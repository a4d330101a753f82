using System.Data.Common;
using System.Runtime.CompilerServices;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>Keeps everything in a PostgreSQL database, for any number of hosts side by side.</summary>
/// <remarks>
/// Safe for any number of threads and hosts. The schema is created, and an older one upgraded in place, when it is first used; hosts that
/// start together wait for each other. A save is one round trip and one transaction, which saves that wait at the same time share; it is
/// durable when its task is done. A connection that is cut is replaced and the call repeated where that can't do anything twice: reads,
/// and saves, which a repetition recognises. A server that can't be used ends in <see cref="StoreUnavailableException"/>.
/// Needs PostgreSQL 13 or newer.
/// </remarks>
public sealed class PostgreSqlWorkflowStore : RelationalWorkflowStore
{
    private static readonly Statements ServerStatements = new(PostgreSqlDialect.Instance);

    // Fewer carry more calls each, which is what spares work; with a single one, a connection that stands still would hold everybody up.
    private static readonly int Trips = Math.Max(2, Environment.ProcessorCount / 2);

    private readonly PostgreSqlDatabase _database;
    private readonly SharedTrips<PendingLoad, LoadedRequest> _loads;
    private readonly SharedTrips<PendingSave, ConcurrencyConflictException?> _saves;

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
        : base(ServerStatements)
    {
        _database = new(source, isOwned, migrations);
        _loads = new(Trips, new LoadTrip(_database).RunAsync);
        _saves = new(Trips, new SaveTrip(_database, ServerStatements).RunAsync);
    }

    /// <inheritdoc/>
    public override ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default) =>
        _loads.RunAsync(new(LoadCall(request, key)), waitsToTheEnd: false, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Does not wait: what is under way ends on its connection; what still waits for one may end in <see cref="ObjectDisposedException"/>.</remarks>
    public override ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override ValueTask<T> ReadAsync<T>(SqlCall call, IRows<T> rows, ReadKind kind, CancellationToken cancellationToken)
    {
        var hasTaken = false;
        var read = _database.RunAsync(
            async (connection, _) =>
            {
                var reader = await ServerStatement.OpenAsync(connection, call, cancellationToken).ConfigureAwait(false);
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

        if (read.IsCompleted || !cancellationToken.CanBeCanceled)
        {
            return read;
        }

        // Where the network stands still, the driver's own way to cancel waits for it. The fault of a read that its caller has left is looked at
        // here, since nobody else does.
        var task = read.AsTask();
        _ = task.ContinueWith(
            static one => one.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return new(task.WaitAsync(cancellationToken));
    }

    private protected override ValueTask<T> LeaseAsync<T>(SqlCall call, IRows<T> rows, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _database.RunAsync(
            // A lease that has begun is finished: whoever gave up would hide what nobody carries out.
            (connection, _) => ServerStatement.ReadAsync(connection, call, rows, CancellationToken.None),
            mayRepeat: () => false,
            writes: false,
            cancellationToken);
    }

    private protected override async ValueTask WriteAsync(RequestSave save, List<SqlCall> calls, CancellationToken cancellationToken)
    {
        if (await _saves.RunAsync(new(save, calls), waitsToTheEnd: true, cancellationToken).ConfigureAwait(false) is { } conflict)
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
}
