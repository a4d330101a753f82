using System.Data.Common;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>The pool of a store that has one of its own, with what the connection string leaves open set for the store's work.</summary>
internal static class OwnPool
{
    /// <exception cref="ArgumentException">It is no connection string, or names no host.</exception>
    public static NpgsqlDataSource Create(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrEmpty(settings.Host) || settings.Host.Contains('='))
        {
            // Names that are parted by spaces become one host, password and all: it is not repeated.
            throw new ArgumentException("The connection string names no host; it has names and values parted by semicolons, e.g. Host=localhost;Database=borrowing;Username=borrowing.", nameof(connectionString));
        }

        var given = new DbConnectionStringBuilder { ConnectionString = connectionString }
            .Keys.Cast<string>().Select(key => key.Replace(" ", "", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!given.Contains("MaxAutoPrepare"))
        {
            settings.MaxAutoPrepare = 100;
            settings.AutoPrepareMinUsages = 2;
        }

        if (!given.Contains("NoResetOnClose"))
        {
            // The store leaves nothing on a session that the next one could mind, and the six statements of a reset take longer than a save.
            settings.NoResetOnClose = true;
        }

        return NpgsqlDataSource.Create(settings.ConnectionString);
    }
}
