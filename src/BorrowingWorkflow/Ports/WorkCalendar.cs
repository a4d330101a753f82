using System.Collections.Frozen;
using BorrowingWorkflow.Partners;

namespace BorrowingWorkflow.Ports;

/// <summary>A calendar of weekdays, closures and time zones that are given once. Safe for any number of threads.</summary>
/// <remarks>
/// <para>Counting starts on the day after the first moment's local day. A partner's working days are its own weekdays less its own closures
/// and everybody's; the borrowing library's closures do not stop it. Where a partner names no weekdays, the library's count; where it
/// names no time zone, or one that the machine does not know, the library's counts.</para>
/// <para>Where more than 366 days would pass without a working day, every day from there on counts, so that no deadline is lost.</para>
/// </remarks>
public sealed class WorkCalendar : IWorkCalendar
{
    private readonly FrozenDictionary<string, Library> _libraries;
    private readonly Library _others;
    private readonly Closure[] _everybodys;

    /// <summary>Everybody works from Monday to Friday, in UTC, without holidays.</summary>
    public WorkCalendar()
        : this(new WorkCalendarOptions())
    {
    }

    /// <summary>Makes a calendar of what is given.</summary>
    /// <exception cref="ArgumentException">A time zone is unknown, a library has no working day, or a closure ends before it begins.</exception>
    public WorkCalendar(WorkCalendarOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _everybodys = [.. options.Closures];
        CheckClosures(_everybodys, nameof(options));
        _others = Make(options, new LibraryCalendar());
        _libraries = options.Libraries.ToFrozenDictionary(pair => pair.Key, pair => Make(options, pair.Value), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">There are less than 0 days, or the year 9999 would pass.</exception>
    public DateTimeOffset AddWorkingDays(DateTimeOffset from, int days, string library, Partner? partner)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentNullException.ThrowIfNull(library);
        if (days == 0)
        {
            return from.ToUniversalTime();
        }

        var (zone, workDays) = Of(library, partner);
        var (today, time) = LocalOf(from, zone);
        var left = days;
        foreach (var day in workDays.After(today))
        {
            if (--left == 0)
            {
                return LocalTime.InUtc(day, time, zone);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(days), days, "The year 9999 would pass.");
    }

    /// <inheritdoc/>
    public int WorkingDaysBetween(DateTimeOffset from, DateTimeOffset until, string library, Partner? partner)
    {
        ArgumentNullException.ThrowIfNull(library);
        if (until <= from)
        {
            return 0;
        }

        var (zone, workDays) = Of(library, partner);
        var (today, time) = LocalOf(from, zone);
        var (lastDay, _) = LocalOf(until, zone);
        var passed = 0;
        foreach (var day in workDays.After(today))
        {
            // Only on the last days does the time of day matter.
            if (day.DayNumber >= lastDay.DayNumber - 1 && (day > lastDay || LocalTime.InUtc(day, time, zone) > until))
            {
                break;
            }

            passed++;
        }

        return passed;
    }

    /// <inheritdoc/>
    public TimeZoneInfo TimeZoneOf(string library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return _libraries.GetValueOrDefault(library, _others).Zone;
    }

    private (TimeZoneInfo Zone, WorkDays Days) Of(string code, Partner? partner)
    {
        var library = _libraries.GetValueOrDefault(code, _others);
        if (partner is null)
        {
            return (library.Zone, new(library.Weekdays, library.Closures, _everybodys));
        }

        var zone = partner.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var own) ? own : library.Zone;
        return (zone, new(partner.WorkingDays.Count > 0 ? partner.WorkingDays : library.Weekdays, partner.Closures, _everybodys));
    }

    private static (DateOnly Day, TimeOnly Time) LocalOf(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    private static Library Make(WorkCalendarOptions options, LibraryCalendar own)
    {
        var id = own.TimeZone ?? options.TimeZone;
        var weekdays = own.WorkingDays ?? options.WorkingDays;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            throw new ArgumentException($"There is no time zone {id}.", nameof(options));
        }

        if (weekdays.Count == 0)
        {
            throw new ArgumentException("A library works on one weekday at least.", nameof(options));
        }

        Closure[] closures = [.. own.Closures];
        CheckClosures(closures, nameof(options));
        return new(zone, [.. weekdays], closures);
    }

    private static void CheckClosures(Closure[] closures, string parameter)
    {
        foreach (var closure in closures)
        {
            if (closure.Last < closure.First)
            {
                throw new ArgumentException($"The closure of {closure.First:yyyy-MM-dd} ends before it begins.", parameter);
            }
        }
    }

    private sealed record Library(TimeZoneInfo Zone, DayOfWeek[] Weekdays, Closure[] Closures);
}
