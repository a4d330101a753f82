using System.Data.Common;
using BorrowingWorkflow.Relational;

namespace BorrowingWorkflow.Sqlite;

/// <summary>SQL as SQLite has it. Text is compared by its bytes unless a column says otherwise, and none does.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    public static SqliteDialect Instance { get; } = new();

    public override string Integer => "INTEGER";

    public override string Text => "TEXT";

    public override string Bytes => "BLOB";

    public override string Sequence => "INTEGER PRIMARY KEY";

    public override string Clustered => " WITHOUT ROWID";

    // One writer at a time: nobody is met.
    public override string SkipLocked => "";

    // Each statement's outcome is at hand before the next one runs, and costs less than an error.
    public override string OnExisting(string columns) => $"ON CONFLICT ({columns}) DO NOTHING";

    public override string MustChangeOne(string update) => update;

    public override string MustFindNothing(string query) => query;

    public override bool HasTable(DbConnection connection, DbTransaction transaction, string table)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = @name";
        var name = command.CreateParameter();
        name.ParameterName = "@name";
        name.Value = table;
        command.Parameters.Add(name);
        return command.ExecuteScalar() is not null;
    }
}
