using System.Globalization;
using BorrowingWorkflow.Cli.Terminal;

namespace BorrowingWorkflow.Cli.Import;

/// <summary>Reads dates and moments of an export.</summary>
/// <param name="Order">The order of day and month where a date has slashes.</param>
/// <param name="Zone">The library's time zone, for what has none of its own.</param>
internal sealed record AlmaDates(AlmaDateOrder Order, TimeZoneInfo Zone)
{
    private static readonly string[] Times = ["", " H:mm", " H:mm:ss", " H:mm:ss.FFFFFFF", " h:mm tt", " h:mm:ss tt", "'T'H:mm", "'T'H:mm:ss", "'T'H:mm:ss.FFFFFFF"];
    private static readonly string[] Iso = ["yyyy-M-d", "yyyy/M/d"];
    private static readonly string[] MonthFirst = [.. Iso, "M/d/yyyy"];
    private static readonly string[] DayFirst = [.. Iso, "d/M/yyyy", "d.M.yyyy"];

    private readonly string[] _days = Order switch
    {
        AlmaDateOrder.Mdy => MonthFirst,
        AlmaDateOrder.Dmy => DayFirst,
        _ => Iso,
    };

    /// <summary>The moment in UTC; null where the text is none.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="endOfDay">A date without a time is the last second of its day, else the first.</param>
    public DateTimeOffset? Read(string text, bool endOfDay = false)
    {
        if (Moment.TryParse(text, out var moment))
        {
            return moment;
        }

        if (DateTime.TryParseExact(text, _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Utc(endOfDay ? day.AddDays(1).AddSeconds(-1) : day);
        }

        return DateTime.TryParseExact(text, [.. _days.SelectMany(_ => Times, (date, time) => date + time)], CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local)
            ? Utc(local)
            : null;
    }

    /// <summary>A time that a change of the clocks leaves out is taken an hour later, one that comes twice as standard time.</summary>
    private DateTimeOffset Utc(DateTime local)
    {
        var there = Zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        var ticks = there.Ticks - Zone.GetUtcOffset(there).Ticks;
        return new(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }
}
