using BorrowingWorkflow.Tests.Servers;
using Npgsql;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>A PostgreSQL for benchmarks: its own server, durable commits, room for what is read again and again.</summary>
internal static class BenchmarkServer
{
    public static Task<PostgreSqlServer> StartServerAsync() => PostgreSqlServer.StartNewAsync(new()
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["shared_buffers"] = "512MB", ["max_wal_size"] = "4GB" },
    });

    /// <summary>Empties the store's tables.</summary>
    public static Task EmptyAsync(string database) => RunAsync(database, "TRUNCATE request, event, inbox, outbox, request_search");

    public static async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The statements are the benchmarks' own.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
