using BorrowingWorkflow.Anomalies;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class AnomalyReportTests
{
    [Fact]
    public void Findings_are_counted_by_severity()
    {
        var report = new AnomalyReport(
            AnomalyDesk.Now,
            [Finding("stuck-in-locate", "R1"), Finding("locate-failed", "R2"), Finding("locate-failed", "R3"), Finding("shipped-not-received", "R4")],
            []);
        Assert.Equal((1, 3, 0), (report.Count(AnomalySeverity.Error), report.Count(AnomalySeverity.Warning), report.Count(AnomalySeverity.Info)));
    }

    [Fact]
    public void A_finding_is_about_its_request_else_about_its_partner_else_about_nothing()
    {
        var finding = Finding("locate-failed", "R1");
        Assert.Equal("R1", finding.Subject);
        Assert.Equal("CSUN", (finding with { Request = null, Partner = "CSUN" }).Subject);
        Assert.Equal("", (finding with { Request = null }).Subject);
    }

    private static AnomalyFinding Finding(string rule, string request) => new(AnomalyRules.Find(rule)!, request, "");
}
