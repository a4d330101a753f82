using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class CustomDetectorsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly AnomalyRule Rule = new("own", AnomalySeverity.Info, "Own", "always", "Nothing.");

    [Fact]
    public async Task A_detector_that_names_no_statuses_is_shown_every_request()
    {
        var desk = new AnomalyDesk();
        foreach (var status in BorrowingStatusExtensions.All)
        {
            desk.Add(status.ToString(), status, Hour);
        }

        desk.Detectors.Add(new OwnDetector(Rule, _ => "Seen."));
        Assert.Equal(BorrowingStatusExtensions.All.Select(status => status.ToString()).Order(StringComparer.Ordinal), await desk.FindAsync("own"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_detector_that_does_not_ask_for_items_runs_and_is_shown_none(bool hasItems)
    {
        var desk = new AnomalyDesk { HasItems = hasItems }.Add("R1", BorrowingStatus.RequestCompleted, Hour).WithItem("R1", ProcessType.Loan);
        desk.Detectors.Add(new OwnDetector(Rule, subject => $"{subject.Items.Count} items."));
        Assert.Equal("0 items.", await desk.EvidenceAsync("own"));
    }

    [Fact]
    public async Task A_detector_finds_the_partners_that_the_directory_knows()
    {
        var desk = new AnomalyDesk { Directory = new InMemoryPartnerDirectory(new Partner("CSUN")) }.Add("R1", BorrowingStatus.ShippedPhysically, Hour);
        desk.Detectors.Add(new OwnDetector(Rule, subject => $"{subject.HasDirectory} {subject.FindPartner("CSUN")?.Code} {subject.FindPartner("GONE")?.Code}."));
        Assert.Equal("True CSUN .", await desk.EvidenceAsync("own"));
        desk.Directory = null;
        Assert.Equal("False  .", await desk.EvidenceAsync("own"));
    }

    [Fact]
    public async Task A_partner_is_found_for_a_final_request_too_whatever_other_requests_there_are()
    {
        var desk = new AnomalyDesk { Directory = new InMemoryPartnerDirectory(new Partner("CSUN")) }
            .Add("R1", BorrowingStatus.RequestCompleted, Hour, request => request.Notes = [new Note("1", "call the patron", AnomalyDesk.Now)]);
        desk.Detectors.Add(new OwnDetector(Rule, subject => $"{subject.FindPartner("CSUN")?.Code}."));
        Assert.Equal("CSUN.", await desk.EvidenceAsync("own"));
    }

    [Fact]
    public void No_list_of_detectors_is_refused() =>
        Assert.Throws<ArgumentNullException>("detectors", () => new AnomalyScan(new InMemoryWorkflowStore(), new WorkCalendar()) { Detectors = null! });
}
