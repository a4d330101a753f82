using Npgsql;

namespace BorrowingWorkflow.Tests.Servers;

public sealed partial class PostgreSqlServer
{
    private int _databases;

    /// <summary>Makes an empty database; gives back its connection string.</summary>
    /// <param name="icuLocale">
    /// The collation, such as <c>en-US</c>, for a proof that nothing depends on it; null for the cluster's, which goes by bytes.
    /// Needs PostgreSQL 15.
    /// </param>
    public async Task<string> CreateDatabaseAsync(string? icuLocale = null)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        var collation = icuLocale is null ? "" : $" TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE '{icuLocale}'";
        await ExecuteAsync($"CREATE DATABASE {name}{collation}");
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    /// <summary>Drops a database, whoever is connected with it; one that is not there is no error.</summary>
    /// <param name="connectionString">As <see cref="CreateDatabaseAsync"/> gave it.</param>
    public Task DropDatabaseAsync(string connectionString) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
#pragma warning disable CA2100 // The names in it are the tests' own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Unpooled, since a pool would go on with what a restart has cut.</summary>
    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
