using BorrowingWorkflow.PostgreSql;
using BorrowingWorkflow.Relational;
using Npgsql;

namespace BorrowingWorkflow.Cli.Databases;

/// <summary>A PostgreSQL database.</summary>
internal sealed class PostgreSqlLocation : DatabaseLocation
{
    private readonly string _connectionString;
    private readonly NpgsqlConnectionStringBuilder _settings;

    private PostgreSqlLocation(string connectionString, NpgsqlConnectionStringBuilder settings) =>
        (_connectionString, _settings) = (connectionString, settings);

    public override string ToString() =>
        $"the PostgreSQL database {_settings.Database ?? _settings.Username ?? "of this user"} at {_settings.Host}:{_settings.Port}";

    /// <summary>Reads a connection string, as Npgsql has them or as a URI.</summary>
    /// <exception cref="BadInputException">It is neither. The message repeats nothing of it, since anything in it may be the password.</exception>
    public static PostgreSqlLocation Parse(string connection)
    {
        try
        {
            var connectionString = ConnectionUri.Is(connection) ? ConnectionUri.ToConnectionString(connection) : connection;
            NpgsqlConnectionStringBuilder settings = new(connectionString);

            // A string without semicolons is one part, and its password the end of a name.
            string?[] names = [settings.Host, settings.Database, settings.Username];
            if (!string.IsNullOrWhiteSpace(settings.Host) && !names.Any(name => name?.Contains('=', StringComparison.Ordinal) == true))
            {
                return new(connectionString, settings);
            }
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
        }

        throw new BadInputException(
            "--postgres names no database. Write it like \"Host=localhost;Database=borrowing;Username=borrowing\", or as postgresql://borrowing@localhost/borrowing.");
    }

    protected override async Task EnsureUsableAsync(bool mayBeMade, CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is not var (hasRequests, hasTables) || hasRequests)
        {
            return;
        }

        if (hasTables)
        {
            throw new BadInputException(
                $"In {this} are tables of another program. Name another database, or a schema with Search Path=…");
        }

        if (!mayBeMade)
        {
            throw new BadInputException(
                $"There are no requests in {this}. Check the name, or put some there: borrowing replay EVENTS.jsonl --postgres CONNECTION");
        }
    }

    protected override RelationalWorkflowStore CreateStore() => new PostgreSqlWorkflowStore(_connectionString);

    /// <summary>Whether the store's tables are there, and whether others are where it would make them; null where that can't be said.</summary>
    private async Task<(bool HasRequests, bool HasTables)?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(
                """
                SELECT to_regclass('schema_version') IS NOT NULL,
                       EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema())
                """,
                connection);
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            await row.ReadAsync(cancellationToken);
            return (row.GetBoolean(0), row.GetBoolean(1));
        }
        catch (NpgsqlException)
        {
            // The store says in words what is wrong with it.
            return null;
        }
    }
}
