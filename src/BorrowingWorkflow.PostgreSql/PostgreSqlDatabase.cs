using System.Net.Sockets;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>The database: opens connections, brings the schema up to date, tells faults that pass from others, and says in words what is wrong.</summary>
internal sealed class PostgreSqlDatabase(NpgsqlDataSource source, bool isOwned, IReadOnlyList<Migration> migrations) : IAsyncDisposable
{
    // "BWSCHEMA" in ASCII: programs that upgrade at the same time wait for each other, and for nobody else.
    private const long UpgradeLock = 0x42575343_48454D41;

    // As long as a server takes to start again after a crash.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _upgrading = new(1, 1);
    private readonly string _where = Where(source.ConnectionString);
    private volatile bool _isReady;
    private volatile bool _isClosed;

    /// <summary>Works on a connection, again on another one where a fault passes and a repetition is safe.</summary>
    /// <param name="work">The work; told whether an earlier attempt may have been carried out after all.</param>
    /// <param name="mayRepeat">True where the work may be carried out twice. What the server undid is always repeated.</param>
    /// <param name="writes">True where it matters to the caller whether it was carried out.</param>
    /// <param name="cancellationToken">Ends the wait for a connection; the work sees to itself.</param>
    public async ValueTask<T> RunAsync<T>(
        Func<NpgsqlConnection, bool, ValueTask<T>> work, Func<bool> mayRepeat, bool writes, CancellationToken cancellationToken)
    {
        var isUnsure = false;
        var wait = FirstWait;
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            // What may have been carried out is not given up any more: the caller would not know.
            var connection = await RentAsync(isUnsure, isUnsure ? CancellationToken.None : cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                try
                {
                    return await work(connection, isUnsure).ConfigureAwait(false);
                }
                catch (NpgsqlException fault)
                {
                    isUnsure |= writes && Passes(fault) && !IsUndone(fault);
                    if (IsOver(start) || !Passes(fault) || !(IsUndone(fault) || mayRepeat()))
                    {
                        throw Explain(fault, isUnsure, mayRepeat());
                    }

                    ForgetIdle(fault);
                }
            }

            await Task.Delay(wait, TimeProvider.System, isUnsure ? CancellationToken.None : cancellationToken).ConfigureAwait(false);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    /// <summary>A connection on which the schema is up to date; the caller disposes of it. A server that restarts is waited for a little.</summary>
    /// <param name="isUnsure">True where an earlier attempt at the same write may have been carried out: an error says so.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<NpgsqlConnection> RentAsync(bool isUnsure, CancellationToken cancellationToken)
    {
        var wait = FirstWait;
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(PostgreSqlWorkflowStore));
            try
            {
                return await OpenAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (NpgsqlException fault)
            {
                if (IsOver(start) || !Passes(fault))
                {
                    // Who is unsure and asks for another connection may repeat.
                    throw Explain(fault, isUnsure, mayRepeat: isUnsure);
                }

                ForgetIdle(fault);
            }

            await Task.Delay(wait, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    private async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (_isReady)
        {
            return connection;
        }

        try
        {
            await UpgradeAsync(connection, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What the server said, in words that help.</summary>
    /// <param name="fault">What it said.</param>
    /// <param name="mayBeDone">True where nobody knows whether the work was carried out.</param>
    /// <param name="mayRepeat">True where the work may be carried out twice.</param>
    public StoreUnavailableException Explain(NpgsqlException fault, bool mayBeDone = false, bool mayRepeat = false)
    {
        var what = (fault as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"{_where} does not let this user in. Check user name and password of the connection, and pg_hba.conf.",
            PostgresErrorCodes.InvalidCatalogName => $"{_where} does not exist. Create it (CREATE DATABASE), or name another one in the connection.",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"{_where} does not allow this user what the store needs: CREATE in its schema for the first start and for upgrades, then SELECT, INSERT, UPDATE and DELETE.",
            PostgresErrorCodes.InvalidSchemaName => $"{_where} has no schema that the connection's search path names. Create it, or set another Search Path.",
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn =>
                $"{_where} lacks a table or column of the store: something has changed the schema. Restore it from the last good copy.",
            PostgresErrorCodes.ReadOnlySqlTransaction => $"{_where} is read-only, as a standby is. Connect to the primary (Target Session Attributes=read-write).",
            PostgresErrorCodes.DiskFull => $"{_where} has no room on its disk. Make room; nothing of the write was stored.",
            PostgresErrorCodes.TooManyConnections =>
                $"{_where} takes no more connections. Lower Maximum Pool Size of the hosts, or raise max_connections of the server.",
            { } state => $"{_where} could not carry the statement out (SQLSTATE {state}).",
            null when Passes(fault) || fault.InnerException is SocketException or IOException or TimeoutException =>
                $"{_where} can't be reached. Check that it runs, the host and port of the connection, and the network between.",
            null => $"{_where} can't be used: {fault.Message}",
        };
        return new(
            (mayBeDone, mayRepeat) switch
            {
                (false, _) => what,
                (true, true) => $"{what} The write may have been carried out all the same: give the same input again, and it is recognised.",
                (true, false) => $"{what} The write may have been carried out all the same.",
            },
            fault);
    }

    // The semaphore holds nothing that has to be given back, and an upgrade under way still releases it.
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        if (isOwned)
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>True where the server undid everything before it said so.</summary>
    private static bool IsUndone(NpgsqlException fault) => fault is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CannotConnectNow,
    };

    /// <summary>True where the same may go well a little later: a connection that was cut, a server that starts or stops, a deadlock.</summary>
    public static bool Passes(NpgsqlException fault) => fault.IsTransient || IsUndone(fault) || IsShutDown(fault);

    /// <summary>Lets the idle connections go where the one that failed was cut: it is seldom the only one.</summary>
    public void ForgetIdle(NpgsqlException fault)
    {
        if (fault is not PostgresException || IsShutDown(fault))
        {
            source.Clear();
        }
    }

    private static bool IsOver(long start) => TimeProvider.System.GetElapsedTime(start) >= Patience;

    private static bool IsShutDown(NpgsqlException fault) => fault is PostgresException
    {
        SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown,
    };

    private async ValueTask UpgradeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await _upgrading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isReady)
            {
                return;
            }

            await RequireDurableCommitsAsync(connection, cancellationToken).ConfigureAwait(false);
            var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                // As long as it takes: another host's upgrade is waited for.
                var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection, transaction)
                {
                    CommandTimeout = 0,
                    Parameters = { new() { Value = UpgradeLock } },
                };
                await using (wait.ConfigureAwait(false))
                {
                    await wait.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                }

                SchemaUpgrade.Apply(transaction, PostgreSqlDialect.Instance, migrations, _where);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }

            _isReady = true;
        }
        finally
        {
            _upgrading.Release();
        }
    }

    private async ValueTask RequireDurableCommitsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand("SHOW synchronous_commit", connection);
        await using var disposal = command.ConfigureAwait(false);
        if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is "off")
        {
            throw new StoreUnavailableException(
                $"{_where} acknowledges commits before they are on its disk (synchronous_commit is off), and would lose requests in a crash. "
                + "Set it to on, for the server or for this connection (Options=-c synchronous_commit=on).");
        }
    }

    private static string Where(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return $"The PostgreSQL database {settings.Database ?? settings.Username ?? "of this user"} at {settings.Host}:{settings.Port}";
    }
}
