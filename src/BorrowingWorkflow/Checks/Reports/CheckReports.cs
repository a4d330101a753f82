namespace BorrowingWorkflow.Checks.Reports;

/// <summary>Writes reports and tasks boxes as text. Pure, and safe for any number of threads. Lines end in a line feed.</summary>
/// <remarks>Nothing that is written names a patron: ids, statuses, times, partners and counts only, unless a host's own checks or remarks do.</remarks>
public static class CheckReports
{
    /// <summary>Writes a report.</summary>
    /// <remarks>
    /// Json: an array of <c>{"id","cadence","title","count","requests":[…]}</c>. Csv: a line a member,
    /// <c>check,request,status,entered_at,partner</c>, quoted as RFC 4180 says; ids are never changed, so a value that a spreadsheet
    /// would take for a formula is quoted and nothing more: import the column as text. Members are those that the report names; table and
    /// html say how many more there are.
    /// </remarks>
    public static string Write(CheckReport report, CheckReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(report);
        return format switch
        {
            CheckReportFormat.Table => ReportTable.Write(report),
            CheckReportFormat.Json => ReportJson.Write(report),
            CheckReportFormat.Csv => ReportCsv.Write(report),
            CheckReportFormat.Html => ReportHtml.Write(report),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
    }

    /// <summary>Writes a tasks box.</summary>
    /// <remarks>
    /// Json: <c>{"now","library","activeNotes","activeMessages","lists":[{"id","title","count","oldestAgeSeconds"}]}</c>, notes and messages
    /// among the lists too. Csv: a line a list, <c>check,title,count,oldest_age_seconds</c>.
    /// </remarks>
    public static string Write(TasksBox box, CheckReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(box);
        return format switch
        {
            CheckReportFormat.Table => ReportTable.Write(box),
            CheckReportFormat.Json => ReportJson.Write(box),
            CheckReportFormat.Csv => ReportCsv.Write(box),
            CheckReportFormat.Html => ReportHtml.Write(box),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
    }
}
