using System.Data.Common;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Sqlite;
using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Faults.Runs;

/// <summary>A SQLite file that all hosts have open. Another program locks it now and then.</summary>
internal sealed class SqliteStage : IStage
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("borrowing-faults-");

    public SqliteStage() => Faults = [new("file locked by another program", 2, LockAsync)];

    public string Name => "sqlite";

    public IReadOnlyList<Fault> Faults { get; }

    private string Path => System.IO.Path.Combine(_folder.FullName, "requests.db");

    public string ConnectionOf(int host) => Path;

    public RelationalWorkflowStore Open() => new SqliteWorkflowStore(Path);

    public DbConnection Connect() => new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());

    public Task HealAsync() => Task.CompletedTask;

    public async Task<IReadOnlyList<string>> DamageAsync()
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        List<string> said = [];
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            said.Add(rows.GetString(0));
        }

        return said is ["ok"] ? [] : said;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task LockAsync(Random random, Tally tally)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.Serializable);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE request SET status = status";
        await command.ExecuteNonQueryAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 400)), TimeProvider.System);
        await transaction.RollbackAsync();
    }
}
