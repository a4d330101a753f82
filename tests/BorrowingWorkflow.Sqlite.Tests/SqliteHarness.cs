using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Sqlite.Tests;

/// <summary>A database in a folder of its own. A save is broken off by a trigger on one of the tables that it writes to.</summary>
internal sealed class SqliteHarness : StoreHarness
{
    private static readonly string[] Writes = ["INSERT", "UPDATE", "DELETE"];

    private readonly TemporaryFolder _folder = new();

    public override StoreCapabilities Capabilities => StoreCapabilities.Durable | StoreCapabilities.Shared | StoreCapabilities.Faults;

    public override IReadOnlyList<string> FaultPoints => ["request", "event", "inbox", "outbox", "request_search"];

    public override ValueTask<IWorkflowStore> OpenAsync(CancellationToken cancellationToken = default) => new(_folder.Open());

    public override ValueTask BreakAsync(string point, CancellationToken cancellationToken = default)
    {
        foreach (var write in Writes)
        {
            _folder.Sql($"CREATE TRIGGER broken_{write} AFTER {write} ON {point} BEGIN SELECT RAISE(ABORT, 'broken off'); END");
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask RepairAsync(CancellationToken cancellationToken = default)
    {
        foreach (var write in Writes)
        {
            _folder.Sql($"DROP TRIGGER broken_{write}");
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return base.DisposeAsync();
    }
}
