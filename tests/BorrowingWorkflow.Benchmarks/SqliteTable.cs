using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Sqlite;
using BorrowingWorkflow.Storage;
using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>Writes saves into SQLite as the store would, but all in one transaction that waits for no disk.</summary>
internal static class SqliteTable
{
    public static async Task WriteAsync(string file, IEnumerable<RequestSave> saves)
    {
        await using (var store = new SqliteWorkflowStore(file))
        {
            await store.FindAsync("none");
        }

        var plan = new SavePlan(new(SqliteDialect.Instance));
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        Run(connection, "PRAGMA synchronous=OFF");
        Run(connection, "PRAGMA cache_size=-1000000");
        Run(connection, "BEGIN");
        var prepared = new Dictionary<Statement, SqliteCommand>();
        foreach (var call in saves.SelectMany(save => plan.Of(save)))
        {
            if (!prepared.TryGetValue(call.Statement, out var insert))
            {
                prepared.Add(call.Statement, insert = Prepare(connection, call.Statement));
            }

            for (var value = 0; value < call.Values.Length; value++)
            {
                insert.Parameters[value].Value = call.Values[value] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }

        Run(connection, "COMMIT");
        foreach (var insert in prepared.Values)
        {
            await insert.DisposeAsync();
        }

        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static SqliteCommand Prepare(SqliteConnection connection, Statement statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Text;
        foreach (var name in statement.Parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        }

        command.Prepare();
        return command;
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
