using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class AnomalyScanTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Errors_come_first_then_the_order_of_the_rules_then_the_requests()
    {
        var desk = new AnomalyDesk()
            .Add("B", ShippedPhysically, 8 * Day)
            .Add("a", ShippedPhysically, 8 * Day)
            .Add("C", LocateInProcess, Day)
            .Add("D", LocateFailed, Day)
            .Add("E", RequestCompleted, Day, request => (request.Facts.ClosedBy, request.Facts.ClosedFrom) = ("FI-1", Created));
        Assert.Equal(
            [("stuck-in-locate", "C"), ("locate-failed", "D"), ("shipped-not-received", "B"), ("shipped-not-received", "a"), ("completed-by-override", "E")],
            (await desk.Scan.RunAsync(AnomalyDesk.Now)).Findings.Select(finding => (finding.Rule.Id, finding.Subject)));
    }

    [Fact]
    public async Task A_finding_that_was_dismissed_is_hidden_until_its_date()
    {
        var desk = new AnomalyDesk().Add("R1", LocateFailed, Day).Add("R2", LocateFailed, Day);
        await desk.DismissAsync(new("locate-failed", "R1", AnomalyDesk.Now + Day, "mk", "being looked at", AnomalyDesk.Now));
        await desk.DismissAsync(new("locate-failed", "R2", AnomalyDesk.Now, "mk", "being looked at", AnomalyDesk.Now - Day));
        await desk.DismissAsync(new("stuck-in-locate", "R2", AnomalyDesk.Now + Day, "mk", "something else", AnomalyDesk.Now));
        Assert.Equal(["R2"], await desk.FindAsync("locate-failed"));
    }

    [Fact]
    public void A_dismissal_that_is_still_kept_at_its_end_hides_nothing()
    {
        var finding = new AnomalyFinding(AnomalyRules.Find("locate-failed")!, "R1", "");
        Assert.False(new Dismissals([new("locate-failed", "R1", AnomalyDesk.Now, "mk", "", AnomalyDesk.Now - Day)], AnomalyDesk.Now).Hide(finding));
        Assert.True(new Dismissals([new("locate-failed", "R1", AnomalyDesk.Now.AddTicks(1), "mk", "", AnomalyDesk.Now - Day)], AnomalyDesk.Now).Hide(finding));
    }

    [Fact]
    public async Task A_scan_logs_how_much_it_looked_at_and_found_without_what_was_dismissed()
    {
        var log = new FakeLogger<AnomalyScan>();
        var desk = new AnomalyDesk()
            .Add("R1", LocateFailed, Day).Add("R2", LocateFailed, Day).Add("R3", RequestCompleted, Day).Add("R4", LocateFailed, Day)
            .WithPending("R3", EffectKind.SendReceived, null, 2 * Day)
            .WithPending("R4", EffectKind.SendNote, null, 2 * Day);
        await desk.DismissAsync(new("locate-failed", "R2", AnomalyDesk.Now + Day, "mk", "", AnomalyDesk.Now));
        await desk.DismissAsync(new("message-undelivered", "R4", AnomalyDesk.Now + Day, "mk", "", AnomalyDesk.Now));

        await new AnomalyScan(desk, desk, desk, new WorkCalendar()) { Logger = log }.RunAsync(AnomalyDesk.Now);

        var line = Assert.Single(log.Collector.GetSnapshot());
        Assert.Equal((LogLevel.Information, 1401), (line.Level, line.Id.Id));
        Assert.Equal("A scan looked at 4 requests and found 3 anomalies, dismissed ones not counted.", line.Message);
    }

    [Fact]
    public async Task Without_items_the_item_detectors_do_not_run_and_say_so()
    {
        var desk = new AnomalyDesk { HasItems = false }.Add("R1", RequestCompleted, Day).Add("R2", LoanedItemToPatron, Day).WithItem("R1", ProcessType.Loan);
        var report = await desk.Scan.RunAsync(AnomalyDesk.Now);
        Assert.DoesNotContain(report.Findings, finding => finding.Rule.Inputs.HasFlag(AnomalyInputs.Item));
        Assert.Equal(
            AnomalyRules.All.Where(rule => rule.Inputs.HasFlag(AnomalyInputs.Item)).Select(rule => rule.Id),
            report.Skipped.Where(skip => skip.Reason.Contains("item source", StringComparison.Ordinal)).Select(skip => skip.Detector));
    }

    [Fact]
    public void Without_a_directory_the_detectors_that_need_one_say_so()
    {
        Assert.Equal(["bad-rota", "partner-overdue-to-answer", "status-not-in-profile"], new AnomalyDesk().Scan.Skipped.Select(skip => skip.Detector));
        Assert.Empty(new AnomalyDesk { Directory = new OpenPartnerDirectory() }.Scan.Skipped);
    }

    [Fact]
    public async Task Items_are_asked_for_in_portions_of_a_thousand()
    {
        var source = new CountingItems();
        var rows = Enumerable.Range(1, 2500).Select(number => Completed($"R{number}")).ToList();
        var items = new BatchItems(source, [RequestCompleted]);
        await items.ReadAsync(rows, CancellationToken.None);
        Assert.Equal([1000, 1000, 500], source.Asked);
        Assert.Equal([ProcessType.Loan], items.Of("R2400"));
    }

    [Fact]
    public async Task Items_are_known_for_the_batch_that_was_read_last()
    {
        var items = new BatchItems(new CountingItems(), [RequestCompleted]);
        await items.ReadAsync([Completed("R1")], CancellationToken.None);
        await items.ReadAsync([Completed("R2")], CancellationToken.None);
        Assert.Empty(items.Of("R1"));
        Assert.Equal([ProcessType.Loan], items.Of("R2"));
    }

    [Fact]
    public async Task A_cancelled_scan_ends()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new AnomalyScan(new InMemoryWorkflowStore(), new WorkCalendar()).RunAsync(AnomalyDesk.Now, cancelled.Token));
    }

    [Fact]
    public async Task An_empty_store_has_no_anomalies() =>
        Assert.Empty((await new AnomalyScan(new InMemoryWorkflowStore(), new WorkCalendar()).RunAsync(AnomalyDesk.Now)).Findings);

    private static ScannedRequest Completed(string id) => new(new(id, "SDSU", RequestCompleted, AnomalyDesk.Now, RequestTraits.Final), null);

    private sealed class CountingItems : IItemSource
    {
        public List<int> Asked { get; } = [];

        public ValueTask<ILookup<RequestId, ProcessType>> FindAsync(IReadOnlyCollection<RequestId> requests, CancellationToken cancellationToken = default)
        {
            Asked.Add(requests.Count);
            return ValueTask.FromResult(requests.ToLookup(id => id, _ => ProcessType.Loan));
        }
    }
}
