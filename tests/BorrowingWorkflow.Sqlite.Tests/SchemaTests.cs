using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Sqlite.Tests;

public class SchemaTests
{
    private static readonly Migration Third = new(3, dialect => [$"ALTER TABLE request ADD COLUMN colour {dialect.Text}", "UPDATE request SET colour = 'blue'"]);

    [Fact]
    public async Task An_older_schema_is_upgraded_in_place_and_keeps_what_it_holds()
    {
        using var folder = new TemporaryFolder();
        await using (var old = folder.Open())
        {
            await old.SaveAsync(Save(ARequest("R-1")));
        }

        await using var store = new SqliteWorkflowStore(new() { DataSource = folder.Database }, [.. Migrations.All, Third]);

        Assert.Equal("R-1", (await store.FindAsync("R-1"))!.Id.Value);
        Assert.Equal("blue", folder.Sql("SELECT colour FROM request"));
        Assert.Equal(3L, folder.Sql("SELECT version FROM schema_version"));
    }

    [Fact]
    public async Task An_upgrade_that_fails_leaves_the_file_as_it_was()
    {
        using var folder = new TemporaryFolder();
        await using (var old = folder.Open())
        {
            await old.SaveAsync(Save(ARequest("R-1")));
        }

        var broken = new Migration(3, _ => ["ALTER TABLE request ADD COLUMN colour TEXT", "UPDATE no_such_table SET x = 1"]);
        await using (var failing = new SqliteWorkflowStore(new() { DataSource = folder.Database }, [.. Migrations.All, broken]))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(async () => await failing.FindAsync("R-1"));
        }

        Assert.Equal(2L, folder.Sql("SELECT version FROM schema_version"));
        Assert.Equal(0L, folder.Sql("SELECT COUNT(*) FROM pragma_table_info('request') WHERE name = 'colour'"));
    }

    [Fact]
    public async Task A_newer_schema_is_left_alone_and_says_what_to_do()
    {
        using var folder = new TemporaryFolder();
        await using (var newer = new SqliteWorkflowStore(new() { DataSource = folder.Database }, [.. Migrations.All, Third]))
        {
            await newer.SaveAsync(Save(ARequest("R-1")));
        }

        await using var store = folder.Open();
        var reading = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.FindAsync("R-1"));
        var writing = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.SaveAsync(Save(ARequest("R-2"))));

        Assert.Equal(
            $"The database {folder.Database} has schema version 3, but this program knows versions up to 2: a newer one has written it. "
            + "Update the BorrowingWorkflow packages of this program, or restore the copy that was made before the update.",
            reading.Message);
        Assert.Equal(reading.Message, writing.Message);
    }

    [Fact]
    public async Task Stores_that_are_opened_at_the_same_time_create_one_schema()
    {
        using var folder = new TemporaryFolder();
        var stores = Enumerable.Range(0, 8).Select(_ => folder.Open()).ToList();

        await Task.WhenAll(stores.Select((store, i) => Task.Run(async () => await store.SaveAsync(Save(ARequest($"R-{i}"))))));

        Assert.Equal(8, (await stores[0].ScanAsync(ScanScope.Watched).ToList()).Count);
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_named()
    {
        using var folder = new TemporaryFolder();
        await using var store = new SqliteWorkflowStore(folder.Combine("missing/requests.db"));

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.FindAsync("R-1"));

        Assert.Contains("does not exist. Create it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Database, new string('x', 5000));
        await using var store = folder.Open();

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.SaveAsync(Save(ARequest("R-1"))));

        Assert.Contains("is not a SQLite database", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_file_can_not_be_written()
    {
        using var folder = new TemporaryFolder();
        await using (var store = folder.Open())
        {
            await store.SaveAsync(Save(ARequest("R-1")));
        }

        await using var reading = SqliteWorkflowStore.FromConnectionString($"Data Source={folder.Database};Mode=ReadOnly");

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await reading.SaveAsync(Save(ARequest("R-2"))));
        Assert.Contains("read-only", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory")]
    public void A_database_in_memory_is_refused(string connectionString) =>
        Assert.Contains(
            nameof(InMemoryWorkflowStore), Assert.Throws<ArgumentException>(() => SqliteWorkflowStore.FromConnectionString(connectionString)).Message, StringComparison.Ordinal);
}
