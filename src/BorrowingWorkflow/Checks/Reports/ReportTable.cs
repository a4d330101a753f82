using System.Text;
using BorrowingWorkflow.Diagnostics;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Checks.Reports;

/// <summary>Writes plain text for a terminal.</summary>
internal static class ReportTable
{
    public static string Write(CheckReport report)
    {
        var text = new StringBuilder("Checks · ").Append(Place(report.Library)).Append(" · ").Append(Written.Minute(report.Now)).Append('\n');
        foreach (var cadence in report.Entries.GroupBy(entry => entry.Policy.Cadence).OrderBy(group => group.Key))
        {
            text.Append('\n').Append(Written.Heading(cadence.Key).ToUpperInvariant()).Append('\n');
            Overview(cadence, indent: 2).AppendTo(text);
            foreach (var entry in cadence.Where(entry => entry.Members.Count > 0))
            {
                AppendMembers(text, report, entry);
            }
        }

        return text.ToString();
    }

    public static string Write(TasksBox box)
    {
        var text = new StringBuilder("Tasks · ").Append(Place(box.Library)).Append(" · ").Append(Written.Minute(box.Now)).Append("\n\n");
        Overview(box.Lists, indent: 0).AppendTo(text);
        return text.ToString();
    }

    private static TextColumns Overview(IEnumerable<CheckReportEntry> entries, int indent)
    {
        var columns = new TextColumns(indent, rightAligned: [1, 2]);
        columns.Add("List", "Count", "Oldest", "What to do");
        foreach (var entry in entries)
        {
            columns.Add(
                entry.Policy.Title,
                Written.Number(entry.Count),
                entry.OldestAge is { } age ? Ages.InWords(age) : "-",
                entry.Policy.Advice);
        }

        return columns;
    }

    private static void AppendMembers(StringBuilder text, CheckReport report, CheckReportEntry entry)
    {
        text.Append("\n  ").Append(DisplayWidth.Printable(entry.Policy.Title)).Append('\n');
        var columns = new TextColumns(indent: 4, rightAligned: [2]);
        foreach (var member in entry.Members)
        {
            var since = entry.Policy.Since(in member);
            columns.Add(
                member.Id.Value,
                member.Status.Label(),
                Ages.InWords(report.Now - since),
                Written.Day(since),
                member.Partner ?? "",
                report.Remarks.TryGetValue(member.Id, out var remarks) ? string.Join(" · ", remarks) : "");
        }

        columns.AppendTo(text);
        if (entry.Count > entry.Members.Count)
        {
            text.Append("    and ").Append(Written.Number(entry.Count - entry.Members.Count)).Append(" more\n");
        }
    }

    private static string Place(string? library) => library is null ? "all libraries" : DisplayWidth.Printable(library);
}
