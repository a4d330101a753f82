using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Checks;

/// <summary>Answers what is to be checked today at a library.</summary>
/// <remarks>
/// <para>Days are days of the library's time zone. A daily check falls due on every working day, a weekly one on a weekday, a monthly one on a
/// day of the month; where nobody works then, on the next working day. On a day off nothing is due.</para>
/// <para>A run on the day that a check falls due, or later, covers that day and all before it. A run before the day does not: what was
/// worked on Friday is due again on Monday. A run for all libraries counts for each.</para>
/// <para>Safe for any number of threads if the calendar and the desk log are.</para>
/// </remarks>
public sealed class CheckSchedule
{
    private readonly IDeskLog _desk;
    private readonly IWorkCalendar _calendar;
    private readonly CheckScheduleOptions _options;

    /// <summary>Makes a schedule.</summary>
    /// <param name="desk">Where runs are recorded.</param>
    /// <param name="calendar">The working days and time zones of libraries.</param>
    /// <param name="options">On which days checks fall due; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such weekday, or no such day in any month.</exception>
    public CheckSchedule(IDeskLog desk, IWorkCalendar calendar, CheckScheduleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(calendar);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)options.WeeklyOn, (uint)DayOfWeek.Saturday, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MonthlyOn, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MonthlyOn, 31, nameof(options));
        (_desk, _calendar) = (desk, calendar);
        _options = new() { WeeklyOn = options.WeeklyOn, MonthlyOn = options.MonthlyOn };
    }

    /// <summary>How every check stands today, in the order given.</summary>
    /// <param name="library">The library's code.</param>
    /// <param name="now">The moment that says which day it is, in UTC.</param>
    /// <param name="policies">The checks; null for <see cref="CheckPresets.Csu"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<CheckDue>> TodayAsync(
        string library, DateTimeOffset now, IEnumerable<CheckPolicy>? policies = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        var runs = await _desk.LatestRunsAsync(cancellationToken).ConfigureAwait(false);
        var days = new CheckDays(_options, _calendar, library);
        var today = days.Of(now);
        return [.. (policies ?? CheckPresets.Csu).Select(policy => Of(policy, LastRuns.Of(policy.Id, library, runs), days, today))];
    }

    private static CheckDue Of(CheckPolicy policy, CheckRun? lastRun, CheckDays days, DateOnly today)
    {
        var latest = days.LatestUpTo(today, policy.Cadence);
        DateOnly? lastDay = lastRun is null ? null : days.Of(lastRun.At);
        DateOnly? open = lastDay >= latest ? null : lastDay is { } day ? days.NextAfter(day, policy.Cadence) : latest;
        var state = lastDay == today ? CheckDueState.Done
            : open is null || !days.IsWorkingDay(today) ? CheckDueState.NotDue
            : open == today ? CheckDueState.Due
            : CheckDueState.Overdue;
        return new(policy, state, days.NextAfter(today, policy.Cadence))
        {
            MissedSince = open < today ? open : null,
            LastRun = lastRun,
        };
    }
}
