using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Anomalies.Reports;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Trigger = BorrowingWorkflow.Machine.Trigger;

namespace BorrowingWorkflow.Tests.Anomalies;

/// <summary>The code of docs/anomalies.md.</summary>
public sealed class AnomalyExamples
{
    private static readonly DateTimeOffset Now = AnomalyDesk.Now;

    [Fact]
    public async Task Scanning()
    {
        var store = new InMemoryWorkflowStore();
        var directory = new InMemoryPartnerDirectory(new Partner("CSUN"));
        IItemSource catalogue = new AnomalyDesk();
        using var output = new StringWriter();

        #region docs:scan
        var scan = new AnomalyScan(store, new WorkCalendar())
        {
            Partners = directory,
            Items = catalogue,
            Settings = new AnomalySettings { ShippedNotReceived = TimeSpan.FromDays(10) },
        };
        var report = await scan.RunAsync(Now);
        output.Write(AnomalyReports.Write(report, AnomalyReportFormat.Table));
        #endregion

        #region docs:stream
        await foreach (var finding in scan.FindAsync(Now))
        {
            output.WriteLine($"{finding.Rule.Severity}: {finding.Rule.Title}, {finding.Subject}. {finding.Evidence}");
        }
        #endregion

        Assert.Contains("Nothing found.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dismissing()
    {
        var store = new AnomalyDesk().Add("R1", BorrowingStatus.LocateFailed, TimeSpan.FromHours(1));
        var finding = Assert.Single((await store.Scan.RunAsync(Now)).Findings);

        #region docs:dismiss
        await store.DismissAsync(new AnomalyDismissal(
            Detector: finding.Rule.Id,
            Subject: finding.Subject,
            Until: Now.AddDays(7),
            By: "Ana",
            Reason: "The patron is looking for the citation.",
            At: Now));
        #endregion

        Assert.Empty((await store.Scan.RunAsync(Now)).Findings);
    }

    [Fact]
    public async Task A_detector_of_the_hosts_own_runs_in_the_same_scan()
    {
        var desk = new AnomalyDesk()
            .Add("dear", BorrowingStatus.Conditional, TimeSpan.FromHours(1), request => request.Condition = new(false, request.EnteredAt) { Cost = "80 EUR" })
            .Add("free", BorrowingStatus.Conditional, TimeSpan.FromHours(1), request => request.Condition = new(false, request.EnteredAt))
            .Add("sent", BorrowingStatus.RequestSentToPartner, TimeSpan.FromHours(1));
        desk.Detectors.Add(new CostAsked());
        Assert.Equal(["dear"], await desk.FindAsync("cost-asked"));
        Assert.Equal("CSUN asks for 80 EUR.", await desk.EvidenceAsync("cost-asked"));
    }

    [Fact]
    public async Task A_detector_of_the_hosts_own_is_shown_items_where_it_asks_for_them()
    {
        var desk = new AnomalyDesk()
            .Add("R1", BorrowingStatus.ShippedPhysically, TimeSpan.FromHours(1)).WithItem("R1", ProcessType.LostLoan)
            .Add("R2", BorrowingStatus.ShippedPhysically, TimeSpan.FromHours(1));
        desk.Detectors.Add(new LostBeforeArrival());
        Assert.Equal(["R1"], await desk.FindAsync("lost-before-arrival"));
        desk.HasItems = false;
        Assert.Empty(await desk.FindAsync("lost-before-arrival"));
        Assert.Contains(desk.Scan.Skipped, skip => skip.Detector == "lost-before-arrival");
    }

    [Fact]
    public void Two_detectors_do_not_share_an_id()
    {
        var desk = new AnomalyDesk();
        desk.Detectors.AddRange([new CostAsked(), new CostAsked()]);
        Assert.Equal("Two detectors have the id cost-asked. (Parameter 'detectors')", Assert.Throws<ArgumentException>(() => desk.Scan).Message);
    }

    #region docs:custom
    private sealed class CostAsked : IAnomalyDetector
    {
        public AnomalyRule Rule { get; } = new(
            "cost-asked", AnomalySeverity.Info, "Cost asked", "the partner asks for money", "See who pays; accept or decline.")
        {
            Statuses = [BorrowingStatus.Conditional],
            Remedies = [Trigger.AcceptCondition, Trigger.DeclineCondition],
        };

        public ValueTask<string?> ExamineAsync(AnomalySubject subject, CancellationToken cancellationToken = default) =>
            new(subject.Request?.Condition?.Cost is { } cost ? $"{subject.Summary.Partner} asks for {cost}." : null);
    }
    #endregion

    private sealed class LostBeforeArrival : IAnomalyDetector
    {
        public AnomalyRule Rule { get; } = new("lost-before-arrival", AnomalySeverity.Info, "Lost before arrival", "", "")
        {
            Statuses = [BorrowingStatus.ShippedPhysically],
            Inputs = AnomalyInputs.Item,
        };

        public ValueTask<string?> ExamineAsync(AnomalySubject subject, CancellationToken cancellationToken = default) =>
            new(subject.Items.Contains(ProcessType.LostLoan) ? "Lost." : null);
    }
}
