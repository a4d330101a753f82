using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Sqlite;
using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>
/// A term through the engine into SQLite, one save at a time with synchronous=FULL, against a loop of prepared statements that writes the
/// same rows in the same transactions and does nothing else: no reading, no deciding, no serialising.
/// </summary>
internal static class ReplayBenchmark
{
    public static async Task RunAsync()
    {
        using var folder = new ScratchFolder();
        var inputs = Term.Read(copies: 3);
        var plan = new SavePlan(new(SqliteDialect.Instance));
        List<List<SqlCall>> saves = [.. (await SaveRecorder.RecordAsync(inputs)).Select(save => plan.Of(save))];
        var (ours, other) = await Measure.InTurnsAsync(
            5,
            async () =>
            {
                await using var store = new SqliteWorkflowStore(folder.NewFile());
                await Term.ReplayAsync(Term.Engine(store), inputs);
            },
            async () =>
            {
                var file = folder.NewFile();
                await using (var store = new SqliteWorkflowStore(file))
                {
                    await store.FindAsync("none");
                }

                Write(file, saves);
            });
        var share = other / ours;
        Measure.Print(
            $"replaying {inputs.Count} events, a save at a time",
            $"{inputs.Count / ours.TotalSeconds:0}/s, by hand {saves.Count / other.TotalSeconds:0}/s: {share:0.00} of its speed",
            "0.7",
            share >= 0.7);
    }

    private static void Write(string file, List<List<SqlCall>> saves)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL");
        Run(connection, "PRAGMA synchronous=FULL");
        var prepared = new Dictionary<string, SqliteCommand>(StringComparer.Ordinal);
        using var begin = Prepare(connection, "BEGIN IMMEDIATE", []);
        using var commit = Prepare(connection, "COMMIT", []);
        foreach (var save in saves)
        {
            begin.ExecuteNonQuery();
            foreach (var call in save)
            {
                if (!prepared.TryGetValue(call.Statement.Text, out var command))
                {
                    prepared.Add(call.Statement.Text, command = Prepare(connection, call.Statement.Text, call.Statement.Parameters));
                }

                for (var index = 0; index < call.Values.Length; index++)
                {
                    command.Parameters[index].Value = call.Values[index] ?? DBNull.Value;
                }

                command.ExecuteNonQuery();
            }

            commit.ExecuteNonQuery();
        }

        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string text, IReadOnlyList<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        }

        command.Prepare();
        return command;
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = Prepare(connection, text, []);
        command.ExecuteNonQuery();
    }
}
