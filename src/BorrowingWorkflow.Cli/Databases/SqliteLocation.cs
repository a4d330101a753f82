using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Sqlite;
using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Cli.Databases;

/// <summary>A SQLite file.</summary>
/// <param name="path">The file's path.</param>
internal sealed class SqliteLocation(string path) : DatabaseLocation
{
    public override string File => path;

    public override string ToString() => path;

    protected override Task EnsureUsableAsync(bool mayBeMade, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            throw new BadInputException($"{path} is a folder. Name {(mayBeMade ? "a" : "the")} database file in it.");
        }

        if (string.IsNullOrWhiteSpace(path) || path.Contains(":memory:", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadInputException("--db names a file on a local disk.");
        }

        if (!mayBeMade && !(System.IO.File.Exists(path) && new FileInfo(path).Length > 0))
        {
            throw new BadInputException($"There is no database {path}. Check the path, or make one: borrowing replay EVENTS.jsonl --db {path}");
        }

        return IsSomethingElses()
            ? throw new BadInputException($"{path} is a database of another program. Give --db another path.")
            : Task.CompletedTask;
    }

    protected override RelationalWorkflowStore CreateStore() => new SqliteWorkflowStore(path);

    /// <summary>True where another program's tables are in the file: the store would put its own beside them.</summary>
    private bool IsSomethingElses()
    {
        if (!System.IO.File.Exists(path))
        {
            return false;
        }

        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) > 0 AND SUM(name = 'schema_version') = 0 FROM sqlite_master";
            return command.ExecuteScalar() is 1L;
        }
        catch (SqliteException)
        {
            // The store says in words what is wrong with it.
            return false;
        }
    }
}
