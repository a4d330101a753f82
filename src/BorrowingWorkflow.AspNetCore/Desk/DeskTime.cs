using System.Globalization;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>How moments are shown: in the library's time zone, by the reader's language.</summary>
/// <param name="now">The moment of the page, in UTC.</param>
/// <param name="zone">The library's time zone.</param>
/// <param name="culture">The reader's.</param>
internal sealed class DeskTime(DateTimeOffset now, TimeZoneInfo zone, CultureInfo culture)
{
    public DateTimeOffset Now => now;

    public TimeZoneInfo Zone => zone;

    public DateOnly Today => DayOf(now);

    /// <summary>Day and time of day.</summary>
    public string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("g", culture);

    /// <summary>The day alone.</summary>
    public string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("d", culture);

    public string Day(DateOnly day) => day.ToString("d", culture);

    /// <summary>As the <c>datetime</c> attribute has it.</summary>
    public static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>The end of a day as staff name it, in UTC: what is due on a day is due until it is over.</summary>
    public DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(1);
        }

        // Where clocks go back over midnight there are two, and the day is over at the first.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime().AddSeconds(-1);
    }
}
