using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Sqlite.Tests;

/// <summary>The code of docs/storage.md.</summary>
public class StorageExamples
{
    [Fact]
    public async Task A_host_chooses_a_store()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Database;
        var services = new ServiceCollection();

        #region docs:choose
        services.AddBorrowingWorkflow(workflow => workflow.UseSqlite(path));
        #endregion

        await using var provider = services.BuildServiceProvider();
        Assert.IsType<SqliteWorkflowStore>(provider.GetRequiredService<IWorkflowStore>());
    }

    [Fact]
    public async Task Requests_are_read_without_the_engine()
    {
        using var folder = new TemporaryFolder();
        await using var reader = folder.Open();
        await reader.SaveAsync(Save(ARequest("R-1")));
        List<RequestId> seen = [];

        #region docs:list
        var query = new RequestQuery { Statuses = [BorrowingStatus.ReadyToBeSent], Library = "CSUN" };
        string? after = null;
        do
        {
            var page = await reader.ListAsync(query, limit: 50, after);
            seen.AddRange(page.Requests.Select(request => request.Id));
            after = page.Next;
        }
        while (after is not null);
        #endregion

        Assert.Equal("R-1", Assert.Single(seen).Value);
    }

    [Fact]
    public async Task Requests_are_searched()
    {
        using var folder = new TemporaryFolder();
        await using var reader = folder.Open();
        await reader.SaveAsync(Save(ARequest("R-1", with: request => request.Citation = new() { Title = "Válka s mloky / Karel Čapek", Isbn = "9788073401234" })));

        #region docs:search
        var byWords = await reader.ListAsync(new() { Text = "capek valka" }, limit: 50);
        var byIsbn = await reader.ListAsync(new() { Text = "978-80-7340-123-4" }, limit: 50);
        #endregion

        Assert.Equal("R-1", Assert.Single(byWords.Requests).Id.Value);
        Assert.Equal("R-1", Assert.Single(byIsbn.Requests).Id.Value);
    }

    [Fact]
    public async Task A_copy_is_made_while_the_store_is_in_use()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();
        await store.SaveAsync(Save(ARequest("R-1")));
        var (path, copy) = (folder.Database, folder.Combine("copy.db"));

        #region docs:backup
        await using (var connection = new SqliteConnection($"Data Source={path}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", copy);
            await command.ExecuteNonQueryAsync();
        }
        #endregion

        await using var restored = new SqliteWorkflowStore(copy);
        Assert.NotNull(await restored.FindAsync("R-1"));
        SqliteConnection.ClearAllPools();
    }
}
