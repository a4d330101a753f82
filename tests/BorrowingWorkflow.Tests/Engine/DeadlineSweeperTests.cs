using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using Microsoft.Extensions.Logging.Testing;

namespace BorrowingWorkflow.Tests.Engine;

public class DeadlineSweeperTests
{
    [Fact]
    public async Task A_silent_partner_is_passed_over_after_its_working_days()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();

        // Monday 9:00 and four working days: Friday 9:00.
        desk.Clock.Advance(TimeSpan.FromDays(4) - TimeSpan.FromTicks(1));
        await desk.SettleAsync();
        Assert.Equal("CHICO", (await desk.FindAsync("R1")).Active!.Partner);

        desk.Clock.Advance(TimeSpan.FromTicks(1));
        await desk.SettleAsync();
        var request = await desk.FindAsync("R1");
        Assert.Equal("CSUN", request.Active!.Partner);
        Assert.Equal(BorrowingStatus.RequestSentToPartner, request.Status);
        Assert.Contains("TellPartner(Cancel)", desk.Transport.Sent.Select(effect => effect.Name));
    }

    [Fact]
    public async Task A_partner_that_is_closed_burns_no_time()
    {
        using var desk = new Desk(partners: [new("CSUN") { Closures = [new(new(2026, 9, 8), new(2026, 9, 18))] }, new("SJSU")]);
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();

        desk.Clock.Advance(TimeSpan.FromDays(14));
        await desk.SettleAsync();

        Assert.Equal("CSUN", (await desk.FindAsync("R1")).Active!.Partner);
    }

    [Fact]
    public async Task A_deadline_that_fell_meanwhile_does_nothing()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        await desk.PartnerAsync("R1", "CHICO", Trigger.PartnerWillSupply);
        desk.Clock.Advance(TimeSpan.FromDays(30));

        await desk.SettleAsync();

        Assert.Equal(BorrowingStatus.WillSupply, await desk.StatusOfAsync("R1"));
        Assert.Empty((await desk.FindAsync("R1")).Deadlines);
    }

    [Fact]
    public async Task Two_sweepers_fire_a_deadline_once()
    {
        using var desk = new Desk();
        for (var index = 0; index < 20; index++)
        {
            await desk.SubmitAsync($"R{index}");
        }

        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromDays(7));

        var sweeper = desk.Get<DeadlineSweeper>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await sweeper.SweepAsync())));

        for (var index = 0; index < 20; index++)
        {
            var history = await desk.Workflow.HistoryAsync($"R{index}");
            Assert.Single(history, historyEvent => historyEvent.Trigger == Trigger.PartnerExpired);
        }
    }

    [Fact]
    public async Task A_cancellation_without_an_answer_is_shown_to_staff_once()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        await desk.PatronAsync("R1", Trigger.CancelByPatron);
        desk.Clock.Advance(TimeSpan.FromDays(20));

        await desk.SettleAsync();
        await desk.SettleAsync();

        Assert.Equal(BorrowingStatus.WaitingForCancelResponse, await desk.StatusOfAsync("R1"));
        Assert.Equal(["AlertStaff(CancelUnanswered)"], desk.Notifier.Alerts.Select(alert => alert.Name));
    }

    [Fact]
    public async Task A_deadline_that_is_restored_keeps_its_date_and_fires_at_once_where_it_is_past()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        await desk.PatronAsync("R1", Trigger.CancelByPatron);
        desk.Clock.Advance(TimeSpan.FromDays(4.5));
        await desk.PartnerAsync("R1", "CHICO", Trigger.PartnerRefusedCancel);
        Assert.Equal(BorrowingStatus.RequestSentToPartner, await desk.StatusOfAsync("R1"));

        await desk.SettleAsync();

        Assert.Equal("CSUN", (await desk.FindAsync("R1")).Active!.Partner);
    }

    [Fact]
    public async Task A_retention_that_was_lengthened_starts_again()
    {
        var options = new BorrowingOptions { Retention = TimeSpan.FromDays(30) };
        using var desk = new Desk(configure: builder => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(builder.Services, options));
        await desk.SubmitAsync("R1");
        await desk.StaffAsync("R1", Trigger.Complete);
        options.Retention = TimeSpan.FromDays(90);
        desk.Clock.Advance(TimeSpan.FromDays(30));

        await desk.SettleAsync();
        Assert.Equal(BorrowingStatus.RequestCompleted, await desk.StatusOfAsync("R1"));

        desk.Clock.Advance(TimeSpan.FromDays(60));
        await desk.SettleAsync();
        Assert.Equal(BorrowingStatus.Deleted, await desk.StatusOfAsync("R1"));
    }

    [Fact]
    public async Task Overdue_is_noticed_without_the_lender()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        await desk.PartnerAsync("R1", "CHICO", Trigger.PartnerShipped, new() { DueDate = desk.Clock.GetUtcNow().AddDays(60) });
        await desk.StaffAsync("R1", Trigger.Receive);
        await desk.StaffAsync("R1", Trigger.Loan, new() { DueDate = desk.Clock.GetUtcNow().AddDays(30) });
        desk.Clock.Advance(TimeSpan.FromDays(30));

        await desk.SettleAsync();

        Assert.Equal(BorrowingStatus.OverdueRequest, await desk.StatusOfAsync("R1"));
        Assert.Equal(["NotifyPatron(Arrived)", "NotifyPatron(Overdue)"], desk.Notifier.Notices.Select(notice => notice.Name));
    }

    [Fact]
    public async Task A_request_that_can_not_be_read_keeps_no_other_from_its_deadline()
    {
        using var desk = await TwoOverdueAsync();
        var log = new FakeLogger<DeadlineSweeper>();
        var sweeper = Sweeper(desk, new FaultyStore(desk.Store, request => request == "R1" ? throw new IOException("The disk is worn out.") : ValueTask.CompletedTask), log);

        Assert.Equal(2, await sweeper.SweepAsync());

        Assert.Equal("CHICO", (await desk.FindAsync("R1")).Active!.Partner);
        Assert.Equal("CSUN", (await desk.FindAsync("R2")).Active!.Partner);
        var line = Assert.Single(log.Collector.GetSnapshot());
        Assert.Equal((1204, "Request R1: the deadline could not be fired; it is tried again."), (line.Id.Id, line.Message));
    }

    [Fact]
    public async Task A_sweep_that_is_cancelled_takes_no_further_request()
    {
        using var desk = await TwoOverdueAsync();
        using var end = new CancellationTokenSource();
        var reads = 0;
        var store = new FaultyStore(
            desk.Store,
            _ =>
            {
                reads++;
                return ValueTask.CompletedTask;
            },
            end.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Sweeper(desk, store, new()).SweepAsync(end.Token));

        Assert.Equal(1, reads);
    }

    private static async Task<Desk> TwoOverdueAsync()
    {
        var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SubmitAsync("R2");
        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromDays(7));
        return desk;
    }

    private static DeadlineSweeper Sweeper(Desk desk, IWorkflowStore store, FakeLogger<DeadlineSweeper> log) => new(
        new(store, new(), new OpenPartnerDirectory(), new WorkCalendar(), [], desk.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<BorrowingEngine>.Instance),
        store, new(), desk.Clock, log);

    /// <summary>A store in which finding a request goes as the test says, and which tells it when it has saved.</summary>
    private sealed class FaultyStore(IWorkflowStore inner, Func<RequestId, ValueTask> onFind, Action? afterSave = null) : DelegatingStore(inner)
    {
        public override async ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default)
        {
            await base.SaveAsync(save, cancellationToken);
            afterSave?.Invoke();
        }

        public override async ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default)
        {
            await onFind(request);
            return await base.FindAsync(request, cancellationToken);
        }
    }
}
