using System.Globalization;

namespace BorrowingWorkflow.Hosting.Settings;

/// <summary>Says values of settings as the documentation does.</summary>
internal static class Words
{
    public static string Of(object value) => value switch
    {
        TimeSpan length => Of(length),
        int number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>In the largest unit that divides it, "90 s", else in full.</summary>
    public static string Of(TimeSpan length)
    {
        (long Ticks, string Name)[] units =
        [
            (TimeSpan.TicksPerDay, "d"), (TimeSpan.TicksPerHour, "h"), (TimeSpan.TicksPerMinute, "min"), (TimeSpan.TicksPerSecond, "s"),
            (TimeSpan.TicksPerMillisecond, "ms"),
        ];
        if (length == TimeSpan.Zero)
        {
            return "0";
        }

        var unit = Array.Find(units, unit => length.Ticks % unit.Ticks == 0);
        return unit.Name is null
            ? length.ToString("c", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{length.Ticks / unit.Ticks} {unit.Name}");
    }

    /// <summary>In the largest whole unit: what is read at a glance.</summary>
    public static string Rough(TimeSpan length)
    {
        var (count, unit) = length switch
        {
            { TotalDays: >= 2 } => (length.TotalDays, "d"),
            { TotalHours: >= 2 } => (length.TotalHours, "h"),
            { TotalMinutes: >= 2 } => (length.TotalMinutes, "min"),
            _ => (length.TotalSeconds, "s"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{(long)count} {unit}");
    }
}
