namespace BorrowingWorkflow.Ports;

/// <summary>Turns local times into moments, and moments into local days.</summary>
internal static class LocalTime
{
    /// <summary>
    /// The moment, in UTC, of a local time. One that daylight saving skips becomes the next that exists; of one that occurs twice it
    /// is the first.
    /// </summary>
    public static DateTimeOffset InUtc(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
        {
            local = day.ToDateTime(new TimeOnly(time.Hour, time.Minute));
            while (zone.IsInvalidTime(local))
            {
                local = local.AddMinutes(1);
            }
        }

        // Of the offsets of an ambiguous time the greatest is the one before the clocks went back.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The day that it is at a moment in a time zone.</summary>
    public static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
