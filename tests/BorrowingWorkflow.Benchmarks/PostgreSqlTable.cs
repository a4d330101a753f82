using BorrowingWorkflow.PostgreSql;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;
using Npgsql;
using NpgsqlTypes;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>Copies saves into PostgreSQL: the rows that the store's own statements would have inserted, into the store's own schema.</summary>
internal sealed class PostgreSqlTable : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlBinaryImporter _rows;

    // Copied beside what the statement's parameters give, which is all columns but one of the outbox.
    private readonly bool _hasAttempts;

    private PostgreSqlTable(NpgsqlConnection connection, NpgsqlBinaryImporter rows, bool hasAttempts) => (_connection, _rows, _hasAttempts) = (connection, rows, hasAttempts);

    public static async Task WriteAsync(string database, IEnumerable<RequestSave> saves)
    {
        await using (var store = new PostgreSqlWorkflowStore(database))
        {
            await store.FindAsync("none");
        }

        var statements = new Statements(PostgreSqlDialect.Instance);
        var plan = new SavePlan(statements);
        Dictionary<Statement, PostgreSqlTable> tables = new()
        {
            [statements.InsertRequest] = await OpenAsync(database, "request", statements.InsertRequest),
            [statements.InsertEvent] = await OpenAsync(database, "event", statements.InsertEvent),
            [statements.InsertInbox] = await OpenAsync(database, "inbox", statements.InsertInbox),
            [statements.InsertEffect] = await OpenAsync(database, "outbox", statements.InsertEffect, hasAttempts: true),
            [statements.WriteSearch] = await OpenAsync(database, "request_search", statements.WriteSearch),
        };
        foreach (var call in saves.SelectMany(save => plan.Of(save)))
        {
            await tables[call.Statement].CopyAsync(call.Values);
        }

        foreach (var table in tables.Values)
        {
            await table.DisposeAsync();
        }

        await BenchmarkServer.RunAsync(database, "VACUUM ANALYZE");
        await BenchmarkServer.RunAsync(database, "CHECKPOINT");
    }

    public async ValueTask DisposeAsync()
    {
        await _rows.CompleteAsync();
        await _rows.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static async Task<PostgreSqlTable> OpenAsync(string database, string table, Statement insert, bool hasAttempts = false)
    {
        var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        var columns = string.Join(", ", insert.Parameters.Select(name => name[1..]).Concat(hasAttempts ? ["attempts"] : []));
        return new(connection, await connection.BeginBinaryImportAsync($"COPY {table} ({columns}) FROM STDIN (FORMAT binary)"), hasAttempts);
    }

    private async Task CopyAsync(object?[] values)
    {
        await _rows.StartRowAsync();
        foreach (var value in values)
        {
            await (value switch
            {
                null => _rows.WriteNullAsync(),
                long number => _rows.WriteAsync(number, NpgsqlDbType.Bigint),
                string text => _rows.WriteAsync(text, NpgsqlDbType.Text),
                byte[] bytes => _rows.WriteAsync(bytes, NpgsqlDbType.Bytea),
                _ => throw new InvalidOperationException($"A column is given a {value.GetType()}."),
            });
        }

        if (_hasAttempts)
        {
            await _rows.WriteAsync(0L, NpgsqlDbType.Bigint);
        }
    }
}
