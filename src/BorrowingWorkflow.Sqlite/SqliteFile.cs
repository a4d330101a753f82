using System.Globalization;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;
using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Sqlite;

/// <summary>The database file: opens connections on it, brings its schema up to date, and says in words what is wrong with it.</summary>
internal sealed class SqliteFile
{
    private readonly string _connectionString;
    private readonly IReadOnlyList<Migration> _migrations;
    private readonly int _timeoutSeconds;

    public SqliteFile(SqliteConnectionStringBuilder settings, IReadOnlyList<Migration> migrations)
    {
        if (settings.DataSource.Length == 0 || settings.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase) || settings.Mode == SqliteOpenMode.Memory)
        {
            throw new ArgumentException(
                $"The store needs a file that several connections can open. Name a path, or use {nameof(InMemoryWorkflowStore)} for a store that is not kept.",
                nameof(settings));
        }

        // Its own connections are kept open already; a second pool would hold the file after the store is disposed of.
        _connectionString = new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false, Cache = SqliteCacheMode.Default }.ToString();
        _timeoutSeconds = settings.DefaultTimeout;
        _migrations = migrations;
        Path = settings.DataSource;
    }

    /// <summary>The file's path as it was given.</summary>
    public string Path { get; }

    /// <summary>Opens the connection that writes, and creates or upgrades the schema.</summary>
    public SqliteSession OpenWriter()
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path));
        if (!Path.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(folder))
        {
            throw new StoreUnavailableException($"The folder of the database {Path} does not exist. Create it, or give the store another path.");
        }

        return Open(connection =>
        {
            if (Scalar(connection, "PRAGMA journal_mode=WAL") is not "wal")
            {
                throw new StoreUnavailableException(
                    $"The database {Path} does not take a write-ahead log. It has to lie on a local disk that this process may write to, not on a network drive.");
            }

            // FULL: a commit is on the disk when it returns. FAST: erased patron data are overwritten where that costs no extra writing.
            Scalar(connection, "PRAGMA synchronous=FULL");
            Scalar(connection, "PRAGMA secure_delete=FAST");
            Upgrade(connection);
        });
    }

    /// <summary>Opens a connection that only reads.</summary>
    public SqliteSession OpenReader() => Open(connection => Scalar(connection, "PRAGMA query_only=ON"));

    /// <summary>What the database said, in words that help.</summary>
    public StoreUnavailableException Explain(SqliteException error) => new(
        error.SqliteErrorCode switch
        {
            5 or 6 => $"Another process kept the database {Path} locked for more than {_timeoutSeconds} s. Look for a program that holds a transaction open on it.",
            8 => $"The database {Path} is read-only. Let this process write to the file and to its folder.",
            11 => $"The database {Path} is damaged. Restore the last good copy; docs/storage.md tells how.",
            13 => $"The disk of the database {Path} is full. Make room; nothing of the write was stored.",
            14 => $"The database {Path} can't be opened. Check the path, and that this process may read and write the file and its folder.",
            26 => $"{Path} is not a SQLite database, or it is encrypted. Give the store another path.",
            _ => string.Create(CultureInfo.InvariantCulture, $"The database {Path} could not be used (SQLite error {error.SqliteErrorCode}, extended {error.SqliteExtendedErrorCode})."),
        },
        error);

    private SqliteSession Open(Action<SqliteConnection> prepare)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();

            // SQLite's own wait looks again after a few milliseconds; what remains after it is waited for by the command's timeout.
            Scalar(connection, "PRAGMA busy_timeout=5000");
            prepare(connection);
            return new(connection);
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw Explain(error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Upgrade(SqliteConnection connection)
    {
        // Looking first spares every later start the wait for the write lock.
        if (Scalar(connection, SqliteDialect.Instance.FindSchemaVersion) is not null
            && Scalar(connection, "SELECT MAX(version) FROM schema_version") is long version
            && version == _migrations[^1].Version)
        {
            return;
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        SchemaUpgrade.Apply(transaction, SqliteDialect.Instance, _migrations, $"The database {Path}");
        transaction.Commit();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
