using System.Text;
using BorrowingWorkflow.Checks.Reports;

namespace BorrowingWorkflow.Anomalies.Reports;

/// <summary>Writes plain text for a terminal.</summary>
internal static class AnomalyTable
{
    public static string Write(AnomalyReport report)
    {
        var text = new StringBuilder("Anomalies · ").Append(Written.Minute(report.Now)).Append('\n');
        if (report.Findings.Count == 0)
        {
            text.Append("\nNothing found.\n");
        }

        foreach (var group in AnomalyReports.ByRule(report))
        {
            var rule = group.Key;
            text.Append('\n').Append(AnomalyReports.Word(rule.Severity).ToUpperInvariant()).Append("  ").Append(DisplayWidth.Printable(rule.Title))
                .Append(" (").Append(rule.Id).Append(") · ").Append(Written.Number(group.Count())).Append('\n')
                .Append("  ").Append(DisplayWidth.Printable(rule.Remedy)).Append('\n');
            var columns = new TextColumns(indent: 4);
            foreach (var finding in group)
            {
                columns.Add(finding.Subject, finding.Evidence);
            }

            columns.AppendTo(text);
        }

        if (report.Skipped.Count > 0)
        {
            text.Append("\nNOT LOOKED FOR\n");
            var columns = new TextColumns(indent: 4);
            foreach (var skip in report.Skipped)
            {
                columns.Add(skip.Detector, skip.Reason);
            }

            columns.AppendTo(text);
        }

        return text.ToString();
    }
}
