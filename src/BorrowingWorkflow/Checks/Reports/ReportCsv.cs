using System.Buffers;
using System.Globalization;
using System.Text;

namespace BorrowingWorkflow.Checks.Reports;

/// <summary>Writes comma-separated values, quoted as RFC 4180 says.</summary>
internal static class ReportCsv
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static string Write(CheckReport report)
    {
        var text = new StringBuilder("check,request,status,entered_at,partner\n");
        foreach (var entry in report.Entries)
        {
            foreach (var member in entry.Members)
            {
                AppendLine(text, entry.Policy.Id, member.Id.Value, member.Status.ToString(), Written.Rfc3339(member.EnteredAt), member.Partner);
            }
        }

        return text.ToString();
    }

    public static string Write(TasksBox box)
    {
        var text = new StringBuilder("check,title,count,oldest_age_seconds\n");
        foreach (var entry in box.Lists)
        {
            var age = entry.OldestAge is { } oldest ? ((long)oldest.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null;
            AppendLine(text, entry.Policy.Id, entry.Policy.Title, entry.Count.ToString(CultureInfo.InvariantCulture), age);
        }

        return text.ToString();
    }

    public static void AppendLine(StringBuilder text, params ReadOnlySpan<string?> fields)
    {
        var first = true;
        foreach (var field in fields)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            Append(text, field ?? "");
        }

        text.Append('\n');
    }

    private static void Append(StringBuilder text, string field)
    {
        if (NeedsQuotes(field))
        {
            text.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            text.Append(field);
        }
    }

    /// <remarks>Spaces at the ends and what looks like a formula are quoted too: some readers change them otherwise.</remarks>
    private static bool NeedsQuotes(string field) =>
        field.Length > 0 && (field.AsSpan().ContainsAny(Special) || field[0] is '=' or '+' or '-' or '@' or '\t' or ' ' || field[^1] == ' ');
}
