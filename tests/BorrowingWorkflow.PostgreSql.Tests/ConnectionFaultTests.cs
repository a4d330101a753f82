using System.Globalization;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using BorrowingWorkflow.Tests.Servers;
using Npgsql;
using Xunit.Abstractions;

namespace BorrowingWorkflow.PostgreSql.Tests;

public class ConnectionFaultTests(ITestOutputHelper output)
{
    [PostgreSqlTheory]
    [InlineData(ProxyDirection.ToServer)]
    [InlineData(ProxyDirection.ToClient)]
    public async Task A_save_that_is_cut_anywhere_is_carried_out_once_and_acknowledged(ProxyDirection direction)
    {
        var server = await PostgreSqlServer.SharedAsync();
        await using var proxy = new TcpProxy(server.Port);
        await using var host = new Host(proxy.Through(await server.CreateDatabaseAsync()));
        await host.SubmitAsync("R-1");

        // A save sends some kilobytes and gets back some hundred bytes; the load before it is cut too.
        var step = direction == ProxyDirection.ToServer ? 331 : 61;
        var cuts = 0;
        for (var bytes = 0; bytes < 40 * step; bytes += step)
        {
            var cut = proxy.CutAfter(direction, bytes);
            var result = await host.NoteAsync("R-1", $"note-{bytes.ToString(CultureInfo.InvariantCulture)}");
            cuts += cut.IsCompletedSuccessfully ? 1 : 0;
            Assert.True(result.Verdict == Verdict.Applied, $"cut after {bytes} bytes {direction}: {result.Verdict}");
        }

        proxy.CallOff();
        var history = await host.Workflow.HistoryAsync("R-1");
        Assert.Equal(Enumerable.Range(1, 41), history.Select(item => item.Revision));
        Assert.Equal(41, history.Select(item => item.MessageId).Distinct().Count());
        Assert.InRange(cuts, 10, 40);
        output.WriteLine($"{cuts} of 40 saves were cut");
    }

    [PostgreSqlFact]
    public async Task A_server_that_restarts_is_waited_for()
    {
        await using var server = await PostgreSqlServer.StartNewAsync();
        await using var host = new Host(await server.CreateDatabaseAsync());
        await host.SubmitAsync("R-1");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => host.NoteAsync("R-1", $"before-{i}").AsTask()));

        await server.KillAsync();
        var restart = server.StartAsync();
        var result = await host.NoteAsync("R-1", "after");
        await restart;

        Assert.Equal(Verdict.Applied, result.Verdict);
        Assert.Equal(10, (await host.Workflow.HistoryAsync("R-1")).Count);
    }

    [PostgreSqlFact]
    public async Task A_scan_finds_every_connection_cut_and_begins_on_a_new_one()
    {
        var server = await PostgreSqlServer.SharedAsync();
        await using var proxy = new TcpProxy(server.Port);
        var database = await server.CreateDatabaseAsync();
        await using var host = new Host(proxy.Through(database));
        await host.SubmitAsync("R-1");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Workflow.HistoryAsync("R-1").AsTask()));
        proxy.CutAll();
        Assert.Single(await host.Store.ScanAsync(ScanScope.Everything).ToList());

        // A server that ends its connections says so on each, which is another fault than a cut.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Workflow.HistoryAsync("R-1").AsTask()));
        await using (var other = NpgsqlDataSource.Create(database))
        {
            await using var end = other.CreateCommand(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'");
            await end.ExecuteNonQueryAsync();
        }

        Assert.Single(await host.Store.ScanAsync(ScanScope.Everything).ToList());
    }

    [PostgreSqlFact]
    public async Task A_server_that_stays_away_is_named_and_comes_back_to_the_same_store()
    {
        var server = await PostgreSqlServer.SharedAsync();
        await using var proxy = new TcpProxy(server.Port);
        await using var host = new Host(proxy.Through(await server.CreateDatabaseAsync()));
        await host.SubmitAsync("R-1");
        proxy.Refuse();
        proxy.CutAll();

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await host.NoteAsync("R-1", "lost"));

        Assert.Matches("^The PostgreSQL database \\S+ at 127.0.0.1:[0-9]+ can't be reached. Check that it runs", error.Message);
        Assert.DoesNotContain("assword=", error.ToString(), StringComparison.Ordinal);
        proxy.Accept();
        Assert.Equal(Verdict.Applied, (await host.NoteAsync("R-1", "lost")).Verdict);
    }

    [PostgreSqlFact]
    public async Task An_unknown_outcome_of_what_may_not_be_repeated_is_said()
    {
        var server = await PostgreSqlServer.SharedAsync();
        await using var proxy = new TcpProxy(server.Port);
        await using var host = new Host(proxy.Through(await server.CreateDatabaseAsync()));
        await host.Store.RecordAsync(new("notes", DateTimeOffset.UnixEpoch, "ann"));

        _ = proxy.CutAfter(ProxyDirection.ToClient, 1);
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await host.Store.RecordAsync(new("completed", DateTimeOffset.UnixEpoch, "ann")));

        Assert.EndsWith("The write may have been carried out all the same.", error.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task A_save_whose_outcome_stays_unknown_says_so_and_is_recognised_later()
    {
        var server = await PostgreSqlServer.SharedAsync();
        await using var proxy = new TcpProxy(server.Port);
        await using var store = new LastWordStore(new PostgreSqlWorkflowStore(proxy.Through(await server.CreateDatabaseAsync())));
        await using var host = new Host(store);
        await host.SubmitAsync("R-1");
        store.BeforeSave = () =>
        {
            _ = proxy.CutAfter(ProxyDirection.ToClient, 1);
            proxy.Refuse();
        };

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await host.NoteAsync("R-1", "note"));

        Assert.EndsWith("The write may have been carried out all the same: give the same input again, and it is recognised.", error.Message, StringComparison.Ordinal);
        proxy.Accept();
        var again = await host.NoteAsync("R-1", "note");
        Assert.Equal((Verdict.Duplicate, Verdict.Applied), (again.Verdict, again.First));
        Assert.Equal(2, (await host.Workflow.HistoryAsync("R-1")).Count);
    }

    [PostgreSqlFact]
    public async Task A_cancelled_wait_for_a_server_ends()
    {
        var server = await PostgreSqlServer.SharedAsync();
        await using var proxy = new TcpProxy(server.Port);
        await using var host = new Host(proxy.Through(await server.CreateDatabaseAsync()));
        await host.SubmitAsync("R-1");
        proxy.Stall();
        using var cancellation = new CancellationTokenSource();

        var note = host.NoteAsync("R-1", "note", cancellation.Token).AsTask();
        var driversPart = cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => note);
        proxy.Resume();
        await driversPart;
        Assert.Single(await host.Workflow.HistoryAsync("R-1"));
    }

    private sealed class LastWordStore(PostgreSqlWorkflowStore inner) : DelegatingStore(inner), IAsyncDisposable
    {
        public Action? BeforeSave { get; set; }

        public override ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default)
        {
            BeforeSave?.Invoke();
            BeforeSave = null;
            return base.SaveAsync(save, cancellationToken);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
