using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Hosting.Tests;

public class DueChecksTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task A_desk_is_told_once_a_working_day_what_is_due()
    {
        var desk = new Desk();
        await using var host = Host(desk);
        await host.StartAsync();
        await host.Clock.RestAsync(Quarter);
        host.Clock.Advance(Quarter);
        await host.Clock.RestAsync(Quarter);

        var told = Assert.Single(desk.Told);
        Assert.Equal(("SDSU", new DateOnly(2026, 9, 1), "due-checks/SDSU/2026-09-01"), (told.Library, told.Day, told.Key));
        Assert.NotEmpty(told.Checks);
        Assert.Equal(told.Checks.Select(check => check.Policy.Id), told.Report.Entries.Select(entry => entry.Policy.Id));

        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.Clock.RestAsync(Quarter);
        Assert.Equal(new DateOnly(2026, 9, 2), desk.Told[^1].Day);
        Assert.Equal(2, desk.Told.Count);
    }

    [Fact]
    public async Task Another_host_or_a_restart_tells_it_no_second_time()
    {
        var desk = new Desk();
        var store = new InMemoryWorkflowStore();
        for (var start = 0; start < 2; start++)
        {
            await using var host = Host(desk, store);
            await host.StartAsync();
            await host.Clock.RestAsync(Quarter);
        }

        Assert.Single(desk.Told);
    }

    [Fact]
    public async Task A_notifier_that_fails_is_called_again()
    {
        var desk = new Desk { Failures = 1 };
        await using var host = Host(desk);
        await host.StartAsync();
        await host.Clock.RestAsync(TimeSpan.FromSeconds(3));
        Assert.Empty(desk.Told);

        host.Clock.Advance(TimeSpan.FromSeconds(3));
        await host.Clock.RestAsync(Quarter);

        Assert.Single(desk.Told);
        Assert.Contains(host.Logs.Collector.GetSnapshot(), record => record.Id == 1704);
    }

    [Fact]
    public async Task Before_its_time_and_on_a_day_off_nobody_is_told()
    {
        var desk = new Desk();
        await using var early = Host(desk, clock: new(new(2026, 9, 1, 6, 50, 0, TimeSpan.Zero)));
        await early.StartAsync();
        await early.Clock.RestAsync(TimeSpan.FromMinutes(10));
        Assert.Empty(desk.Told);
        early.Clock.Advance(TimeSpan.FromMinutes(10));
        await early.Clock.RestAsync(Quarter);
        Assert.Single(desk.Told);

        var weekend = new Desk();
        await using var sunday = Host(weekend, clock: new(new(2026, 9, 6, 12, 0, 0, TimeSpan.Zero)));
        await sunday.StartAsync();
        await sunday.Clock.RestAsync(Quarter);
        Assert.Empty(weekend.Told);
    }

    private static WorkingHost Host(Desk desk, IWorkflowStore? store = null, RestingClock? clock = null) => new(
        store,
        settings =>
        {
            settings.Libraries.Add("SDSU");
            settings.CheckSpread = TimeSpan.Zero;
            settings.FirstRetry = TimeSpan.FromSeconds(3);
        },
        services: services => services.AddSingleton<IDueChecksNotifier>(desk),
        clock: clock);

    private sealed class Desk : IDueChecksNotifier
    {
        public List<DueChecks> Told { get; } = [];

        public int Failures { get; set; }

        public ValueTask NotifyAsync(DueChecks due, CancellationToken cancellationToken = default)
        {
            if (Failures-- > 0)
            {
                throw new InvalidOperationException("The mail server is away.");
            }

            Told.Add(due);
            return ValueTask.CompletedTask;
        }
    }
}
