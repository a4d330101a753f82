using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using Microsoft.Data.Sqlite;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Sqlite.Tests;

public class DurabilityTests
{
    [Fact]
    public async Task What_was_saved_is_there_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        var save = Save(ARequest("R-1")) with { Effects = [AnEffect("send", "R-1", Engine.EffectKind.SendRequest)] };
        await using (var store = folder.Open())
        {
            await store.SaveAsync(save);
            await store.LeaseAsync(Noon, 1, TimeSpan.FromMinutes(1));
            await store.RecordAsync(new("notes", Noon, "ann"));
        }

        await using var reopened = folder.Open();
        var loaded = await reopened.LoadAsync("R-1", save.Key);

        Assert.Equal(1, loaded.Request!.Revision);
        Assert.NotNull(loaded.FirstVerdict);
        Assert.True(Assert.Single(loaded.OpenSends).IsUnderWay);
        Assert.Single(await reopened.LatestRunsAsync());
    }

    [Fact]
    public async Task A_write_waits_for_the_disk_and_erased_text_is_overwritten()
    {
        using var folder = new TemporaryFolder();
        using var session = new SqliteFile(new() { DataSource = folder.Database }, Relational.Migrations.All).OpenWriter();

        Assert.Equal(2L, Pragma("synchronous"));
        Assert.Equal("wal", Pragma("journal_mode"));
        Assert.Equal(2L, Pragma("secure_delete"));
        await Task.CompletedTask;

        object? Pragma(string name)
        {
            using var command = session.Connection.CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            return command.ExecuteScalar();
        }
    }

    [Fact]
    public async Task Two_stores_on_one_file_see_each_others_saves_and_conflicts()
    {
        using var folder = new TemporaryFolder();
        await using var one = folder.Open();
        await using var two = folder.Open();
        var request = ARequest("R-1");
        await one.SaveAsync(Save(request));

        Assert.Equal(1, (await two.FindAsync("R-1"))!.Revision);
        await two.SaveAsync(Save(request.Next()));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => one.SaveAsync(Save(request.Next(), "late")).AsTask());
    }

    [Fact]
    public async Task Two_stores_that_write_at_the_same_time_lose_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var one = folder.Open();
        await using var two = folder.Open();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var store = writer % 2 == 0 ? one : two;
            for (var i = 0; i < 25; i++)
            {
                await store.SaveAsync(Save(ARequest($"R-{writer}-{i}")));
            }
        })));

        Assert.Equal(200, (await one.ScanAsync(ScanScope.Everything).ToList()).Count);
        Assert.Equal("ok", folder.Sql("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_save_waits_while_another_process_writes_and_readers_do_not()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();
        await store.SaveAsync(Save(ARequest("R-1")));
        await using var other = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        await other.OpenAsync();
        await using var transaction = other.BeginTransaction(deferred: false);

        var save = Task.Run(async () => await store.SaveAsync(Save(ARequest("R-2"))));
        Assert.Equal(1, (await store.FindAsync("R-1"))!.Revision);
        Assert.False(save.IsCompleted);
        await transaction.CommitAsync();
        await save;

        Assert.NotNull(await store.FindAsync("R-2"));
    }

    [Fact]
    public async Task A_file_that_stays_locked_says_so()
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteWorkflowStore.FromConnectionString($"Data Source={folder.Database};Default Timeout=1");
        await store.SaveAsync(Save(ARequest("R-1")));
        await using var other = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        await other.OpenAsync();
        await using (var transaction = other.BeginTransaction(deferred: false))
        {
            var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.SaveAsync(Save(ARequest("R-2"))).AsTask());
            Assert.Contains("locked", error.Message, StringComparison.Ordinal);
        }

        await store.SaveAsync(Save(ARequest("R-2")));
    }

    [Fact]
    public async Task A_waiting_save_that_is_cancelled_leaves_nothing_and_one_that_began_is_finished()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();
        await store.SaveAsync(Save(ARequest("R-1")));
        await using var other = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        await other.OpenAsync();
        using var cancellation = new CancellationTokenSource();
        Task begun;
        await using (var transaction = other.BeginTransaction(deferred: false))
        {
            var started = new TaskCompletionSource();
            begun = Task.Run(async () =>
            {
                var save = Save(ARequest("begun"));
                started.SetResult();
                await store.SaveAsync(save, cancellation.Token);
            });
            await started.Task;

            // While the first waits for the lock, saves are queued behind it; which one leads depends on the scheduler.
            Task[] waiting = [begun, .. Enumerable.Range(0, 8).Select(i => Task.Run(async () => await store.SaveAsync(Save(ARequest($"R-2-{i}")), cancellation.Token)))];
            await Task.Run(() => SpinWait.SpinUntil(() => false, 200));
            await cancellation.CancelAsync();
            await transaction.CommitAsync();
            var done = 0;
            foreach (var save in waiting)
            {
                try
                {
                    await save;
                    done++;
                }
                catch (OperationCanceledException)
                {
                }
            }

            Assert.Equal(done + 1, (await store.ScanAsync(ScanScope.Everything).ToList()).Count);
            Assert.InRange(done, 0, 1);
        }
    }

    [Fact]
    public async Task A_conflict_says_which_revision_is_there()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();
        var first = ARequest("R-1");

        Assert.Equal(0, await Actual(Save(first.Next())));
        await store.SaveAsync(Save(first));
        Assert.Equal(1, await Actual(Save(first, "other")));
        Assert.Equal(1, await Actual(Save(first.Next(), "m1")));
        await store.SaveAsync(Save(first.Next()));
        Assert.Equal(2, await Actual(Save(first.Next(), "late")));

        async Task<int?> Actual(RequestSave save) => (await Assert.ThrowsAsync<ConcurrencyConflictException>(() => store.SaveAsync(save).AsTask())).Actual;
    }

    [Fact]
    public async Task A_closed_store_takes_no_more_calls()
    {
        using var folder = new TemporaryFolder();
        var store = folder.Open();
        await store.SaveAsync(Save(ARequest("R-1")));
        await store.FindAsync("R-1");
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.SaveAsync(Save(ARequest("R-2"))));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.FindAsync("R-1"));
        File.Delete(folder.Database);
        Assert.False(File.Exists(folder.Database + "-wal"));
    }

    [Fact]
    public async Task A_store_that_is_closed_before_its_first_call_makes_no_file()
    {
        using var folder = new TemporaryFolder();
        var store = folder.Open();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.FindAsync("R-1"));
        Assert.False(File.Exists(folder.Database));
    }

    private const string IndexedWords = "SELECT COUNT(*) FROM request_words_data WHERE instr(block, CAST('qzx' AS BLOB)) > 0";

    [Fact]
    public async Task Nothing_of_the_patron_is_left_in_any_column_after_a_purge()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();
        var first = ARequest("R-1", with: request => request.Citation = new() { Title = "Qzx title" });
        await store.SaveAsync(Save(first, "m1") with { Effects = [AnEffect("e", "R-1") with { Text = "Qzx text" }] });
        Assert.NotEqual(0L, folder.Sql(IndexedWords));
        var purged = first.Next(request => (request.Patron, request.Citation, request.Status, request.Traits) = (null, new(), BorrowingStatus.Deleted, RequestTraits.Final));
        var purge = Save(purged);
        await store.SaveAsync(purge with { ErasesPatronData = true, Event = purge.Event with { Data = null } });

        foreach (var table in new[] { "request", "event", "outbox" })
        {
            Assert.Equal(0L, folder.Sql($"SELECT COUNT(*) FROM {table} WHERE instr(CAST(body AS TEXT), 'Qzx') + instr(CAST(body AS TEXT), 'patron-') + instr(CAST(body AS TEXT), 'What m1') > 0"));
        }

        Assert.Equal(0L, folder.Sql("SELECT COUNT(*) FROM request_search"));
        Assert.Equal(0L, folder.Sql(IndexedWords));
    }
}
