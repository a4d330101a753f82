using System.Data.Common;
using System.Globalization;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>Creates the schema or brings an older one up to date, inside the caller's transaction.</summary>
internal static class SchemaUpgrade
{
    /// <summary>Runs the steps that are missing, which can't be cancelled.</summary>
    /// <param name="transaction">A transaction that nobody else can upgrade beside.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <param name="migrations">The steps, oldest first.</param>
    /// <param name="where">What the store is called in messages; no password.</param>
    /// <exception cref="StoreUnavailableException">The schema is newer than the steps.</exception>
    public static void Apply(DbTransaction transaction, SqlDialect dialect, IReadOnlyList<Migration> migrations, string where)
    {
        if (Scalar(transaction, dialect.FindSchemaVersion) is null)
        {
            Run(transaction, $"CREATE TABLE schema_version (version {dialect.Integer} NOT NULL)");
            Run(transaction, "INSERT INTO schema_version (version) VALUES (0)");
        }

        var stored = Convert.ToInt32(Scalar(transaction, "SELECT MAX(version) FROM schema_version"), CultureInfo.InvariantCulture);
        var newest = migrations[^1].Version;
        if (stored > newest)
        {
            throw new StoreUnavailableException(
                $"{where} has schema version {stored}, but this program knows versions up to {newest}: a newer one has written it. "
                + "Update the BorrowingWorkflow packages of this program, or restore the copy that was made before the update.");
        }

        foreach (var migration in migrations.Where(migration => migration.Version > stored))
        {
            Run(transaction, migration.Statements(dialect));
            migration.Fill?.Invoke(transaction);
            Run(transaction, migration.Finish?.Invoke(dialect) ?? []);
            Run(transaction, $"UPDATE schema_version SET version = {migration.Version.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private static object? Scalar(DbTransaction transaction, string sql)
    {
        using var command = Command(transaction, sql);
        return command.ExecuteScalar();
    }

    private static void Run(DbTransaction transaction, IReadOnlyList<string> statements)
    {
        foreach (var statement in statements)
        {
            Run(transaction, statement);
        }
    }

    private static void Run(DbTransaction transaction, string sql)
    {
        using var command = Command(transaction, sql);
        command.ExecuteNonQuery();
    }

    /// <summary>A statement of the upgrade.</summary>
    public static DbCommand Command(DbTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;

        // As long as it takes: of millions of rows a step takes minutes.
        command.CommandTimeout = 0;
        return command;
    }
}
