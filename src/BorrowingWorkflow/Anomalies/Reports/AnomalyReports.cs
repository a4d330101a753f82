using BorrowingWorkflow.Checks.Reports;

namespace BorrowingWorkflow.Anomalies.Reports;

/// <summary>Writes anomaly reports as text. Pure, and safe for any number of threads. Lines end in a line feed.</summary>
/// <remarks>Nothing that is written names a patron, unless a detector of the host's own says so in its evidence.</remarks>
public static class AnomalyReports
{
    /// <summary>Writes a report.</summary>
    /// <remarks>
    /// Json: an array of <c>{"id","severity","request","evidence","remedy"}</c>; request is null where the finding is about a partner.
    /// Csv: the same columns, a line a finding, quoted as RFC 4180 says. Both hold findings only; table and html name the detectors that
    /// did not run, too.
    /// </remarks>
    public static string Write(AnomalyReport report, AnomalyReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(report);
        return format switch
        {
            AnomalyReportFormat.Table => AnomalyTable.Write(report),
            AnomalyReportFormat.Json => Json(report),
            AnomalyReportFormat.Csv => Csv(report),
            AnomalyReportFormat.Html => AnomalyPage.Write(report),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
    }

    internal static string Word(AnomalySeverity severity) => severity switch
    {
        AnomalySeverity.Info => "info",
        AnomalySeverity.Warning => "warning",
        _ => "error",
    };

    /// <summary>The findings of each rule together, in the report's order.</summary>
    internal static IEnumerable<IGrouping<AnomalyRule, AnomalyFinding>> ByRule(AnomalyReport report) => report.Findings.GroupBy(finding => finding.Rule);

    private static string Json(AnomalyReport report) => ReportJson.Write(json =>
    {
        json.WriteStartArray();
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Rule.Id);
            json.WriteString("severity", Word(finding.Rule.Severity));
            json.WriteString("request", finding.Request?.Value);
            json.WriteString("evidence", finding.Evidence);
            json.WriteString("remedy", finding.Rule.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string Csv(AnomalyReport report)
    {
        var text = new System.Text.StringBuilder("id,severity,request,evidence,remedy\n");
        foreach (var finding in report.Findings)
        {
            ReportCsv.AppendLine(text, finding.Rule.Id, Word(finding.Rule.Severity), finding.Request?.Value, finding.Evidence, finding.Rule.Remedy);
        }

        return text.ToString();
    }
}
