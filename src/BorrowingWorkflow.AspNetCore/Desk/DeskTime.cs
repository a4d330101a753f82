using System.Globalization;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>How moments are shown: in the library's time zone, by the reader's language.</summary>
/// <param name="now">The moment of the page, in UTC.</param>
/// <param name="zone">The library's time zone.</param>
/// <param name="culture">The reader's.</param>
internal sealed class DeskTime(DateTimeOffset now, TimeZoneInfo zone, CultureInfo culture)
{
    // What browsers send for a field of type date.
    private const string FormDay = "yyyy-MM-dd";

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

    /// <summary>A day as forms have it.</summary>
    public static string WrittenDay(DateOnly day) => day.ToString(FormDay, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="WrittenDay"/> writes; null where it is no such day.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, FormDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public DateOnly DayOf(DateTimeOffset at) => LocalTime.DayOf(at, zone);

    /// <summary>The end of a day as staff name it, in UTC: what is due on a day is due until it is over.</summary>
    public DateTimeOffset EndOf(DateOnly day) => LocalTime.InUtc(day.AddDays(1), TimeOnly.MinValue, zone).AddSeconds(-1);
}
