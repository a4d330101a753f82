using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Checks;

/// <summary>The days on which checks of a cadence fall due at one library.</summary>
/// <remarks>
/// A daily check falls due on every working day. A weekly or monthly one falls due on its day, or on the next working day where nobody
/// works then; two days that a long closure moves to the same day are one.
/// </remarks>
internal sealed class CheckDays(CheckScheduleOptions options, IWorkCalendar calendar, string library)
{
    private static readonly TimeOnly Noon = new(12, 0);

    private readonly TimeZoneInfo _zone = calendar.TimeZoneOf(library);

    public DateOnly Of(DateTimeOffset moment) => LocalTime.DayOf(moment, _zone);

    public bool IsWorkingDay(DateOnly day) => WorkingDayFrom(day) == day;

    /// <summary>The first day after <paramref name="day"/> on which the check falls due.</summary>
    public DateOnly NextAfter(DateOnly day, CheckCadence cadence)
    {
        if (cadence == CheckCadence.Daily)
        {
            return WorkingDayFrom(day.AddDays(1));
        }

        // The day before may have been moved beyond this one.
        var nominal = NominalUpTo(day, cadence);
        var moved = WorkingDayFrom(nominal);
        return moved > day ? moved : WorkingDayFrom(NominalAfter(nominal, cadence));
    }

    /// <summary>The last day up to <paramref name="day"/>, itself included, on which the check fell due.</summary>
    public DateOnly LatestUpTo(DateOnly day, CheckCadence cadence)
    {
        var nominal = NominalUpTo(day, cadence);
        var moved = WorkingDayFrom(nominal);
        while (moved > day)
        {
            nominal = NominalUpTo(nominal.AddDays(-1), cadence);
            moved = WorkingDayFrom(nominal);
        }

        return moved;
    }

    /// <remarks>Noon exists on every day, and the calendar counts from the day after.</remarks>
    private DateOnly WorkingDayFrom(DateOnly day) =>
        Of(calendar.AddWorkingDays(LocalTime.InUtc(day.AddDays(-1), Noon, _zone), 1, library, partner: null));

    private DateOnly NominalUpTo(DateOnly day, CheckCadence cadence)
    {
        switch (cadence)
        {
            case CheckCadence.Daily:
                return day;
            case CheckCadence.Weekly:
                return day.AddDays(-(((int)day.DayOfWeek - (int)options.WeeklyOn + 7) % 7));
            default:
                var first = new DateOnly(day.Year, day.Month, 1);
                var thisMonths = InMonth(first);
                return thisMonths <= day ? thisMonths : InMonth(first.AddMonths(-1));
        }
    }

    private DateOnly NominalAfter(DateOnly nominal, CheckCadence cadence) => cadence == CheckCadence.Weekly
        ? nominal.AddDays(7)
        : InMonth(new DateOnly(nominal.Year, nominal.Month, 1).AddMonths(1));

    private DateOnly InMonth(DateOnly first) =>
        first.AddDays(Math.Min(options.MonthlyOn, DateTime.DaysInMonth(first.Year, first.Month)) - 1);
}
