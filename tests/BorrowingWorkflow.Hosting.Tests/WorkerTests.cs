using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Hosting.Tests;

public class WorkerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RetentionInterval = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Effects_are_carried_out_until_none_is_due()
    {
        await using var host = new WorkingHost();
        await host.StartAsync();
        await host.Clock.RestAsync(Second);
        await host.SubmitAsync("R-1");
        Assert.Equal(BorrowingStatus.LocateInProcess, await host.StatusAsync("R-1"));

        host.Clock.Advance(Second);
        await host.Clock.RestAsync(Second);

        Assert.Equal(BorrowingStatus.RequestSentToPartner, await host.StatusAsync("R-1"));
        Assert.Single(host.Transport.Sent);
    }

    [Fact]
    public async Task A_deadline_fires_when_its_time_has_come()
    {
        await using var host = new WorkingHost(workflow: parts => parts.Configure(options => options.Retention = TimeSpan.FromDays(1)));
        await host.CancelledAsync("R-1");
        await host.StartAsync();
        await host.Clock.RestAsync(SweepInterval);
        Assert.Equal(BorrowingStatus.CancelledByStaff, await host.StatusAsync("R-1"));

        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.Clock.RestAsync(SweepInterval);

        Assert.Equal(BorrowingStatus.Deleted, await host.StatusAsync("R-1"));
    }

    [Fact]
    public async Task What_was_completed_before_a_retention_period_was_set_is_purged_too()
    {
        var store = new InMemoryWorkflowStore();
        await using (var before = new WorkingHost(store))
        {
            await before.ImportAsync("old", BorrowingStatus.RequestCompleted, WorkingHost.Tuesday.AddDays(-31));
            await before.ImportAsync("young", BorrowingStatus.RequestCompleted, WorkingHost.Tuesday.AddDays(-29));
            await before.ImportAsync("open", BorrowingStatus.LocateInProcess, WorkingHost.Tuesday.AddDays(-31));
        }

        await using var host = new WorkingHost(store, workflow: parts => parts.Configure(options => options.Retention = TimeSpan.FromDays(30)));
        await host.StartAsync();
        await host.Clock.RestAsync(RetentionInterval);

        Assert.Equal(BorrowingStatus.Deleted, await host.StatusAsync("old"));
        Assert.Equal(BorrowingStatus.RequestCompleted, await host.StatusAsync("young"));
        Assert.NotEqual(BorrowingStatus.Deleted, await host.StatusAsync("open"));
        Assert.Null((await host.Workflow.FindAsync("old"))!.Patron);
        Assert.Contains("1 requests were purged", Assert.Single(host.Logs.Collector.GetSnapshot(), record => record.Id == 1707).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_retention_period_nothing_is_purged()
    {
        await using var host = new WorkingHost();
        await host.ImportAsync("old", BorrowingStatus.RequestCompleted, WorkingHost.Tuesday.AddYears(-9));
        await host.StartAsync();
        await host.Clock.RestAsync(RetentionInterval);

        Assert.Equal(BorrowingStatus.RequestCompleted, await host.StatusAsync("old"));
    }

    [Fact]
    public async Task A_store_that_is_down_for_a_while_is_tried_again_later_and_later()
    {
        var store = new DownStore { IsDown = true };
        await using var host = new WorkingHost(store, settings => settings.FirstRetry = TimeSpan.FromSeconds(2));
        await host.StartAsync();
        await host.Clock.RestAsync(TimeSpan.FromSeconds(2));
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await host.Clock.RestAsync(TimeSpan.FromSeconds(4));
        store.IsDown = false;
        host.Clock.Advance(TimeSpan.FromSeconds(4));
        await host.Clock.RestAsync(Second);

        var ofDispatch = host.Logs.Collector.GetSnapshot().Where(record => record.Message.StartsWith("DispatchWorker:", StringComparison.Ordinal));
        Assert.Equal([1701, 1703, 1703, 1705], ofDispatch.Select(record => record.Id.Id));
    }

    [Fact]
    public async Task Two_hosts_on_one_store_do_the_work_once()
    {
        var clock = new RestingClock(WorkingHost.Tuesday);
        var store = new InMemoryWorkflowStore();
        await using var one = new WorkingHost(store, settings => settings.Dispatchers = 2, clock: clock);
        await using var other = new WorkingHost(store, settings => settings.Dispatchers = 2, clock: clock);
        await one.StartAsync();
        await other.StartAsync();
        await AllRestAsync();
        for (var i = 0; i < 40; i++)
        {
            await one.SubmitAsync($"R-{i}");
        }

        // A dispatcher may find nothing while another is about to queue a send.
        clock.Advance(Second);
        await AllRestAsync();
        clock.Advance(Second);
        await AllRestAsync();

        string[] sent = [.. one.Transport.Sent.Concat(other.Transport.Sent).Select(effect => effect.Request.Value)];
        Assert.Equal(40, sent.Length);
        Assert.Equal(40, sent.Distinct().Count());

        Task AllRestAsync() => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => clock.RestAsync(Second)));
    }

    [Fact]
    public void A_second_call_adds_no_worker_twice_and_its_settings_count()
    {
        var services = new ServiceCollection();
        services.AddBorrowingWorkers(settings => settings.Dispatchers = 3).AddBorrowingWorkers(settings => settings.Dispatchers = 4);

        Assert.Equal(5, services.Count(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace == "BorrowingWorkflow.Hosting.Workers"));
        services.AddBorrowingWorkflow(parts => parts.UseInMemoryStore());
        Assert.Equal(4, services.BuildServiceProvider().GetRequiredService<IOptions<BorrowingWorkerSettings>>().Value.Dispatchers);
    }

    [Fact]
    public async Task Settings_that_can_t_be_kept_stop_the_start_and_are_named()
    {
        await using var host = new WorkingHost(settings: settings =>
        {
            settings.DispatchInterval = TimeSpan.Zero;
            settings.SweepInterval = TimeSpan.MaxValue;
            settings.Dispatchers = 65;
        });

        var error = await Assert.ThrowsAsync<OptionsValidationException>(host.StartAsync);

        Assert.Equal(
            [
                "BorrowingWorkerSettings.Dispatchers is 65; allowed is 1 to 64.",
                "BorrowingWorkerSettings.DispatchInterval is 0; allowed is 10 ms to 1 h.",
                "BorrowingWorkerSettings.SweepInterval is 10675199.02:48:05.4775807; allowed is 10 ms to 1 d.",
            ],
            error.Failures);
    }

    [Fact]
    public async Task The_log_says_nothing_of_patrons()
    {
        await using var host = new WorkingHost(workflow: parts => parts.Configure(options => options.Retention = TimeSpan.FromDays(30)));
        await host.ImportAsync("R-2", BorrowingStatus.RequestCompleted, WorkingHost.Tuesday.AddDays(-31));
        await host.SubmitAsync("R-1");
        await host.StartAsync();
        await host.Clock.RestAsync(Second);
        await host.Clock.RestAsync(RetentionInterval);
        await host.StopAsync();

        var logs = host.Logs.Collector.GetSnapshot();
        Assert.NotEmpty(logs);
        Assert.All(logs, record => Assert.DoesNotContain("secret", record.ToString() + record.Message, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class DownStore() : DelegatingStore(new InMemoryWorkflowStore())
    {
        public bool IsDown { get; set; }

        public override ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(
            DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
            IsDown ? throw new StoreUnavailableException("It is down.") : base.LeaseAsync(now, limit, lease, cancellationToken);
    }
}
