using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using BorrowingWorkflow.Diagnostics;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Checks.Reports;

/// <summary>Writes one HTML page that loads nothing and runs nothing.</summary>
internal static class ReportHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(CheckReport report)
    {
        var html = Begin("Checks", report.Library, report.Now);
        foreach (var cadence in report.Entries.GroupBy(entry => entry.Policy.Cadence).OrderBy(group => group.Key))
        {
            html.Append("<h2>").Append(Written.Heading(cadence.Key)).Append("</h2>\n");
            AppendOverview(html, cadence);
            foreach (var entry in cadence.Where(entry => entry.Members.Count > 0))
            {
                AppendMembers(html, report, entry);
            }
        }

        return End(html);
    }

    public static string Write(TasksBox box)
    {
        var html = Begin("Tasks", box.Library, box.Now);
        AppendOverview(html, box.Lists);
        return End(html);
    }

    public static StringBuilder Begin(string title, string? library, DateTimeOffset now)
    {
        var place = library is null ? "all libraries" : Encode(library);
        return new StringBuilder()
            .Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<title>").Append(title).Append(" · ").Append(place).Append("</title>\n<style>\n").Append(ReportStyle.Css)
            .Append("\n</style>\n</head>\n<body>\n<header>\n<h1>").Append(title).Append("</h1>\n<p>").Append(place)
            .Append(" · <time datetime=\"").Append(Written.Rfc3339(now)).Append("\">").Append(Written.Minute(now)).Append("</time></p>\n</header>\n");
    }

    public static string End(StringBuilder html) => html.Append("</body>\n</html>\n").ToString();

    private static void AppendOverview(StringBuilder html, IEnumerable<CheckReportEntry> entries)
    {
        html.Append("<div class=\"card\"><table>\n<thead><tr><th scope=\"col\">List</th><th scope=\"col\" class=\"n\">Count</th>")
            .Append("<th scope=\"col\" class=\"n\">Oldest</th><th scope=\"col\">What to do</th></tr></thead>\n<tbody>\n");
        foreach (var entry in entries)
        {
            var title = Encode(entry.Policy.Title);
            html.Append(entry.Count == 0 ? "<tr class=\"none\">" : "<tr>").Append("<th scope=\"row\">");
            if (entry.Members.Count > 0)
            {
                html.Append("<a href=\"#").Append(Encode(entry.Policy.Id)).Append("\">").Append(title).Append("</a>");
            }
            else
            {
                html.Append(title);
            }

            html.Append("</th><td class=\"n\">").Append(Written.Number(entry.Count))
                .Append("</td><td class=\"n\">").Append(entry.OldestAge is { } age ? Ages.InWords(age) : "–")
                .Append("</td><td class=\"advice\">").Append(Encode(entry.Policy.Advice)).Append("</td></tr>\n");
        }

        html.Append("</tbody>\n</table></div>\n");
    }

    private static void AppendMembers(StringBuilder html, CheckReport report, CheckReportEntry entry)
    {
        html.Append("<section class=\"card\" id=\"").Append(Encode(entry.Policy.Id)).Append("\">\n<div><h3>").Append(Encode(entry.Policy.Title))
            .Append(" <small>").Append(Written.Number(entry.Count)).Append("</small></h3><p>").Append(Encode(entry.Policy.Advice)).Append("</p></div>\n")
            .Append("<table>\n<thead><tr><th scope=\"col\">Request</th><th scope=\"col\">Status</th><th scope=\"col\" class=\"n\">For</th>")
            .Append("<th scope=\"col\">Since</th><th scope=\"col\">Partner</th></tr></thead>\n<tbody>\n");
        foreach (var member in entry.Members)
        {
            var since = entry.Policy.Since(in member);
            html.Append("<tr><td class=\"id\">").Append(Encode(member.Id.Value))
                .Append("</td><td>").Append(Encode(member.Status.Label())).Append(Remarks(report, member.Id))
                .Append("</td><td class=\"n\">").Append(Ages.InWords(report.Now - since))
                .Append("</td><td class=\"w\"><time datetime=\"").Append(Written.Rfc3339(since)).Append("\">").Append(Written.Minute(since))
                .Append("</time></td><td>").Append(Encode(member.Partner ?? "")).Append("</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
        if (entry.Count > entry.Members.Count)
        {
            html.Append("<p class=\"more\">and ").Append(Written.Number(entry.Count - entry.Members.Count)).Append(" more</p>\n");
        }

        html.Append("</section>\n");
    }

    public static string Encode(string text) => Encoder.Encode(text);

    private static string Remarks(CheckReport report, RequestId request) => report.Remarks.TryGetValue(request, out var remarks)
        ? string.Concat(remarks.Select(remark => $"<p class=\"remark\">{Encode(remark)}</p>"))
        : "";
}
