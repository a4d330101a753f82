using BorrowingWorkflow.Sqlite;

namespace BorrowingWorkflow.Tests.Storage;

/// <summary>The stores that this project proves the contract on.</summary>
public static class Stores
{
    public static TheoryData<string> All { get; } = ["sqlite"];

    internal static OpenedStore Open(string kind)
    {
        if (kind != "sqlite")
        {
            throw new ArgumentException($"There is no store {kind} here.", nameof(kind));
        }

        var folder = Directory.CreateTempSubdirectory("borrowing-store-");
        var store = new SqliteWorkflowStore(Path.Combine(folder.FullName, "requests.db"));
        return new(store, async () =>
        {
            await store.DisposeAsync();
            folder.Delete(recursive: true);
        });
    }
}
