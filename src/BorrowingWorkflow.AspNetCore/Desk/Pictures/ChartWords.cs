using BorrowingWorkflow.AspNetCore.Desk.Texts;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>Shares, days and lengths of time as charts write them: short, and as the reader's language does.</summary>
internal static class ChartWords
{
    public static string Percent(this DeskTexts t, double part) => part.ToString("P0", t.Culture);

    /// <summary>A length of time in seconds, minutes, hours, or days to a tenth.</summary>
    public static string Length(this DeskTexts t, TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => t["length.seconds", t.Number(time.TotalSeconds)],
        { TotalMinutes: < 90 } => t["length.minutes", t.Number(time.TotalMinutes)],
        { TotalHours: < 48 } => t["length.hours", t.Number(time.TotalHours)],
        { TotalDays: < 10 } => t["length.days", time.TotalDays.ToString("0.#", t.Culture)],
        _ => t["length.days", t.Number(time.TotalDays)],
    };

    public static string Length(this DeskTexts t, TimeSpan? time) => time is { } length ? t.Length(length) : "–";

    /// <summary>Day and month, short.</summary>
    public static string DayOfYear(this DeskTexts t, DateOnly day) =>
        day.ToString(t.Culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal), t.Culture);
}
