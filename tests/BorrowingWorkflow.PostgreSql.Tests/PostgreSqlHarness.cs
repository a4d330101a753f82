using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using BorrowingWorkflow.Tests.Servers;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql.Tests;

/// <summary>
/// A schema of its own, in a database with a collation that sorts otherwise than by bytes. A save is broken off by a trigger on one of
/// the tables that it writes to.
/// </summary>
internal sealed class PostgreSqlHarness : StoreHarness
{
    private static readonly Lazy<Task<string>> Database = new(async () => await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync(icuLocale: "en-US"));
    private static int _schemas;

    private readonly string _schema = $"harness_{Interlocked.Increment(ref _schemas)}";
    private string? _connection;

    public override StoreCapabilities Capabilities => StoreCapabilities.Durable | StoreCapabilities.Shared | StoreCapabilities.Faults;

    public override IReadOnlyList<string> FaultPoints => ["request", "event", "inbox", "outbox", "request_search"];

    public override async ValueTask<IWorkflowStore> OpenAsync(CancellationToken cancellationToken = default)
    {
        if (_connection is null)
        {
            _connection = new NpgsqlConnectionStringBuilder(await Database.Value) { SearchPath = _schema }.ConnectionString;
            await SqlAsync($"CREATE SCHEMA {_schema}");
        }

        return new PostgreSqlWorkflowStore(_connection);
    }

    public override ValueTask BreakAsync(string point, CancellationToken cancellationToken = default) => SqlAsync(
        $"""
        CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''broken off''; END';
        CREATE TRIGGER broken AFTER INSERT OR UPDATE OR DELETE ON {point} FOR EACH ROW EXECUTE FUNCTION break_off();
        """);

    public override ValueTask RepairAsync(CancellationToken cancellationToken = default) => SqlAsync("DROP FUNCTION break_off CASCADE");

    public override async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await SqlAsync($"DROP SCHEMA {_schema} CASCADE");
        }

        await base.DisposeAsync();
    }

    private async ValueTask SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The names are the harness's own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
