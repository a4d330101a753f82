using System.Text.Json;
using BorrowingWorkflow.Anomalies.Reports;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Rota;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Anomalies.Reports;

public sealed class AnomalyReportsTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(AnomalyReportFormat.Table)]
    [InlineData(AnomalyReportFormat.Json)]
    [InlineData(AnomalyReportFormat.Csv)]
    [InlineData(AnomalyReportFormat.Html)]
    public async Task A_report_is_written(AnomalyReportFormat format) =>
        await Verifier.Verify(AnomalyReports.Write(await Desk().Scan.RunAsync(AnomalyDesk.Now), format), format.ToString());

    [Theory]
    [InlineData(AnomalyReportFormat.Table, "Nothing found.")]
    [InlineData(AnomalyReportFormat.Json, "[]\n")]
    [InlineData(AnomalyReportFormat.Csv, "id,severity,request,evidence,remedy\n")]
    [InlineData(AnomalyReportFormat.Html, "Nothing found.")]
    public async Task A_report_without_findings_says_so(AnomalyReportFormat format, string words) =>
        Assert.Contains(words, AnomalyReports.Write(await new AnomalyDesk().Scan.RunAsync(AnomalyDesk.Now), format), StringComparison.Ordinal);

    [Theory]
    [InlineData(AnomalyReportFormat.Table)]
    [InlineData(AnomalyReportFormat.Html)]
    public async Task A_report_says_what_was_not_looked_for_only_where_something_was_not(AnomalyReportFormat format)
    {
        var desk = new AnomalyDesk();
        Assert.Contains("Not looked for", AnomalyReports.Write(await desk.Scan.RunAsync(AnomalyDesk.Now), format), StringComparison.OrdinalIgnoreCase);
        desk.Directory = new OpenPartnerDirectory();
        Assert.DoesNotContain("Not looked for", AnomalyReports.Write(await desk.Scan.RunAsync(AnomalyDesk.Now), format), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Json_has_the_five_members_and_null_where_a_finding_is_about_a_partner()
    {
        var report = await Desk().Scan.RunAsync(AnomalyDesk.Now);
        using var json = JsonDocument.Parse(AnomalyReports.Write(report, AnomalyReportFormat.Json));
        var findings = json.RootElement.EnumerateArray().ToList();
        Assert.All(findings, finding => Assert.Equal(["id", "severity", "request", "evidence", "remedy"], finding.EnumerateObject().Select(member => member.Name)));
        var partner = Assert.Single(findings, finding => finding.GetProperty("id").GetString() == "partner-never-checks-in");
        Assert.Equal(JsonValueKind.Null, partner.GetProperty("request").ValueKind);
        Assert.Contains("<C>", partner.GetProperty("evidence").GetString(), StringComparison.Ordinal);
        Assert.Equal(["error", "info", "warning"], findings.Select(finding => finding.GetProperty("severity").GetString()!).Distinct().Order(StringComparer.Ordinal));
    }

    private static AnomalyDesk Desk()
    {
        var desk = new AnomalyDesk { HasItems = true }
            .Add("=1+1", LocateInProcess, Day)
            .Add("図書館-4", RequestCompleted, Day).WithItem("図書館-4", ProcessType.Loan)
            .Add("a<b>&\"c\"", RequestCompleted, Day, request => (request.Facts.ClosedBy, request.Facts.ClosedFrom, request.Facts.ClosedByWhom) = ("FI-1", WillSupply, "O'Neill, \"Pat\""));
        for (var index = 1; index <= 5; index++)
        {
            desk.Add($"CSU-{index}", ReturnedItemToPartner, TimeSpan.FromDays(30 + index), request => request.Rota = [new RotaEntry("A, \"B\" & <C>") { State = EntryState.Active }]);
        }

        return desk;
    }
}
