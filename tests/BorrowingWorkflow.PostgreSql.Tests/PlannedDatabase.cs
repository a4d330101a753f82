using System.Globalization;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Tests.Servers;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql.Tests;

/// <summary>
/// A database of which the planner knows that it is large: 30,000 requests, of which each twentieth is watched. One request is the store's
/// own; the others repeat its rows, since a plan looks at columns and sizes and not into bodies.
/// </summary>
public sealed class PlannedDatabase : IAsyncLifetime
{
    private const string Rows =
        """
        INSERT INTO request (id, library, status, entered_at, traits, partner, pickup, assignee, watched, version, revision, next_deadline, body_version, body)
        SELECT 'R-' || i, 'L' || i % 5, CASE WHEN i % 20 = 0 THEN i / 20 % 30 + 1 ELSE 31 END, entered_at + i, CASE WHEN i % 200 = 0 THEN 1 WHEN i % 20 = 0 THEN 0 WHEN i % 1000 = 1 THEN 260 ELSE 4 END,
            'P' || i % 20, 'K' || i % 25, CASE WHEN i % 4 = 1 THEN 'A' || i % 9 END, CASE WHEN i % 20 = 0 THEN 1 ELSE 0 END, 3, 3, CASE WHEN i % 20 = 0 THEN i END, body_version, body
        FROM request, generate_series(1, 30000) AS i WHERE id = 'R';
        INSERT INTO event (request, revision, body_version, body)
        SELECT 'R-' || i, revision + n, body_version, body FROM event, generate_series(1, 30000) AS i, generate_series(0, 2) AS n WHERE request = 'R' AND revision = 1;
        INSERT INTO inbox (request, sender, message_id, revision)
        SELECT 'R-' || i, sender, message_id || n, revision + n FROM inbox, generate_series(1, 30000) AS i, generate_series(0, 2) AS n WHERE request = 'R' AND revision = 1;
        INSERT INTO outbox (id, request, kind, is_send, name, at, not_before, attempts, settled_at, body_version, body)
        SELECT id || i, 'R-' || i, kind, i % 2, name, at, i, 1, CASE WHEN i % 100 <> 0 THEN at END, body_version, body
        FROM (SELECT * FROM outbox LIMIT 1) AS one, generate_series(1, 30000) AS i;
        INSERT INTO request_search (request, title, words, patron, external_id)
        SELECT 'R-' || i, 'A title', 'a title w' || i % 300 || ' rare' || i || 'x', 'p' || i % 6000, 'e' || i FROM generate_series(1, 30000) AS i;
        """;

    private string? _database;

    public async Task InitializeAsync()
    {
        if (PostgreSqlBinaries.ReasonToSkip() is not null)
        {
            return;
        }

        _database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        await using (var host = new Host(_database))
        {
            await host.SubmitAsync("R");
        }

        await using var connection = await OpenAsync();
        await RunAsync(connection, Rows);
        await RunAsync(connection, "VACUUM ANALYZE");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The plan of a call of the store's when a connection has made it as often as told before.</summary>
    /// <remarks>
    /// The first five times the server plans a prepared statement for its values, then it may keep a plan for all values, as it sees fit.
    /// </remarks>
    internal async Task<QueryPlan> PlanAsync(SqlCall call, int timesBefore)
    {
        var command = ServerStatement.Of(call.Statement).BatchCommand(call.Values);
        var types = string.Join(", ", command.Parameters.Select(parameter => parameter.NpgsqlDbType.ToString()));
        var values = string.Join(", ", command.Parameters.Select(Literal));
        await using var connection = await OpenAsync();
        await RunAsync(connection, $"PREPARE explained{(types.Length == 0 ? "" : $" ({types})")} AS {command.CommandText}");
        var explain = $"EXPLAIN (FORMAT JSON) EXECUTE explained{(values.Length == 0 ? "" : $" ({values})")}";
        for (var time = 0; time < timesBefore; time++)
        {
            await RunAsync(connection, explain);
        }

        var plan = new QueryPlan((string)(await RunAsync(connection, explain))!);
        await RunAsync(connection, "DEALLOCATE explained");
        return plan;
    }

    private static string Literal(NpgsqlParameter parameter) => parameter.Value switch
    {
        null or DBNull => "NULL",
        long number => number.ToString(CultureInfo.InvariantCulture),
        byte[] bytes => $@"'\x{Convert.ToHexString(bytes)}'",
        var text => $"'{text.ToString()!.Replace("'", "''", StringComparison.Ordinal)}'",
    };

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The statements are the store's and the test's own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
