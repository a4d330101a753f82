using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
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
        var rows = Enumerable.Range(1, 2500)
            .Select(number => new ScannedRequest(new($"R{number}", "SDSU", RequestCompleted, AnomalyDesk.Now, RequestTraits.Final), null)).ToList();
        var items = new BatchItems(source, [RequestCompleted]);
        await items.ReadAsync(rows, CancellationToken.None);
        Assert.Equal([1000, 1000, 500], source.Asked);
        Assert.Equal([ProcessType.Loan], items.Of("R2400"));
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
