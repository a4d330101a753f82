using System.Text;
using BorrowingWorkflow.Checks.Reports;

namespace BorrowingWorkflow.Anomalies.Reports;

/// <summary>Writes one HTML page that loads nothing and runs nothing, in the style of the check reports.</summary>
internal static class AnomalyPage
{
    public static string Write(AnomalyReport report)
    {
        var html = ReportHtml.Begin("Anomalies", library: null, report.Now);
        if (report.Findings.Count == 0)
        {
            html.Append("<p>Nothing found.</p>\n");
        }

        foreach (var severity in AnomalyReports.ByRule(report).GroupBy(group => group.Key.Severity))
        {
            html.Append("<h2>").Append(Heading(severity.Key)).Append("</h2>\n");
            AppendOverview(html, severity);
            foreach (var group in severity)
            {
                AppendFindings(html, group);
            }
        }

        AppendSkipped(html, report.Skipped);
        return ReportHtml.End(html);
    }

    private static void AppendOverview(StringBuilder html, IEnumerable<IGrouping<AnomalyRule, AnomalyFinding>> groups)
    {
        html.Append("<div class=\"card\"><table>\n<thead><tr><th scope=\"col\">Anomaly</th><th scope=\"col\" class=\"n\">Count</th>")
            .Append("<th scope=\"col\">What to do</th></tr></thead>\n<tbody>\n");
        foreach (var group in groups)
        {
            html.Append("<tr><th scope=\"row\"><a href=\"#").Append(ReportHtml.Encode(group.Key.Id)).Append("\">").Append(ReportHtml.Encode(group.Key.Title))
                .Append("</a></th><td class=\"n\">").Append(Written.Number(group.Count()))
                .Append("</td><td class=\"advice\">").Append(ReportHtml.Encode(group.Key.Remedy)).Append("</td></tr>\n");
        }

        html.Append("</tbody>\n</table></div>\n");
    }

    private static void AppendFindings(StringBuilder html, IGrouping<AnomalyRule, AnomalyFinding> group)
    {
        html.Append("<section class=\"card\" id=\"").Append(ReportHtml.Encode(group.Key.Id)).Append("\">\n<div><h3>").Append(ReportHtml.Encode(group.Key.Title))
            .Append(" <small>").Append(Written.Number(group.Count())).Append("</small></h3><p>").Append(ReportHtml.Encode(group.Key.Remedy)).Append("</p></div>\n")
            .Append("<table>\n<thead><tr><th scope=\"col\">Request</th><th scope=\"col\">Evidence</th></tr></thead>\n<tbody>\n");
        foreach (var finding in group)
        {
            html.Append("<tr><td class=\"id\">").Append(ReportHtml.Encode(finding.Request?.Value ?? "–"))
                .Append("</td><td>").Append(ReportHtml.Encode(finding.Evidence)).Append("</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n</section>\n");
    }

    private static void AppendSkipped(StringBuilder html, IReadOnlyList<AnomalySkip> skipped)
    {
        if (skipped.Count == 0)
        {
            return;
        }

        html.Append("<h2>Not looked for</h2>\n<div class=\"card\"><table>\n<tbody>\n");
        foreach (var skip in skipped)
        {
            html.Append("<tr><th scope=\"row\" class=\"id\">").Append(ReportHtml.Encode(skip.Detector))
                .Append("</th><td class=\"advice\">").Append(ReportHtml.Encode(skip.Reason)).Append("</td></tr>\n");
        }

        html.Append("</tbody>\n</table></div>\n");
    }

    private static string Heading(AnomalySeverity severity) => severity switch
    {
        AnomalySeverity.Info => "Info",
        AnomalySeverity.Warning => "Warnings",
        _ => "Errors",
    };
}
