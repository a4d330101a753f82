using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Sqlite.Tests;

/// <summary>A folder for one test's database.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("borrowing-sqlite-");

    public string Database => Combine("requests.db");

    public string Combine(string name) => Path.Combine(_folder.FullName, name);

    public SqliteWorkflowStore Open() => new(Database);

    /// <summary>Runs SQL on the database beside the store and gives back the first value.</summary>
    public object? Sql(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
