using System.Globalization;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Checks;

/// <summary>November 2026 begins on a Sunday; Los Angeles left daylight saving time on its first day.</summary>
public sealed class CheckScheduleTests
{
    private const string Daily = "ready-to-be-sent";
    private const string Weekly = "shipped-physically";
    private const string Monthly = "request-completed";

    private readonly CheckDesk _desk = new();
    private readonly CheckScheduleOptions _options = new();
    private readonly WorkCalendarOptions _calendar = new() { TimeZone = "America/Los_Angeles" };

    [Fact]
    public async Task A_daily_check_is_due_on_a_working_day() =>
        AssertDue(await TodayAsync(Daily, "2026-11-24 09:00"), CheckDueState.Due, next: "2026-11-25");

    [Fact]
    public async Task A_check_that_was_worked_today_says_by_whom()
    {
        await WorkedAsync(Daily, "2026-11-24 08:30");
        var due = await TodayAsync(Daily, "2026-11-24 17:00");
        AssertDue(due, CheckDueState.Done, next: "2026-11-25");
        Assert.Equal(new CheckRun(Daily, Local("2026-11-24 08:30"), "Ana", "CSUN"), due.LastRun);
    }

    [Fact]
    public async Task A_daily_check_that_was_worked_yesterday_is_due_again()
    {
        await WorkedAsync(Daily, "2026-11-23 23:59");
        AssertDue(await TodayAsync(Daily, "2026-11-24 00:00"), CheckDueState.Due, next: "2026-11-25");
    }

    [Fact]
    public async Task A_missed_working_day_makes_a_daily_check_overdue_since_then()
    {
        await WorkedAsync(Daily, "2026-11-19 10:00");
        AssertDue(await TodayAsync(Daily, "2026-11-24 09:00"), CheckDueState.Overdue, next: "2026-11-25", missed: "2026-11-20");
    }

    [Fact]
    public async Task Nothing_is_due_on_a_day_off_and_what_was_missed_is_still_named()
    {
        await WorkedAsync(Daily, "2026-11-19 10:00");
        AssertDue(await TodayAsync(Daily, "2026-11-21 09:00"), CheckDueState.NotDue, next: "2026-11-23", missed: "2026-11-20");
    }

    [Fact]
    public async Task A_weekend_is_not_missed()
    {
        await WorkedAsync(Daily, "2026-11-20 10:00");
        AssertDue(await TodayAsync(Daily, "2026-11-22 09:00"), CheckDueState.NotDue, next: "2026-11-23");
        AssertDue(await TodayAsync(Daily, "2026-11-23 09:00"), CheckDueState.Due, next: "2026-11-24");
    }

    [Fact]
    public async Task Work_on_a_day_off_is_done_and_does_not_cover_the_next_working_day()
    {
        await WorkedAsync(Daily, "2026-11-21 10:00");
        AssertDue(await TodayAsync(Daily, "2026-11-21 12:00"), CheckDueState.Done, next: "2026-11-23");
        AssertDue(await TodayAsync(Daily, "2026-11-23 09:00"), CheckDueState.Due, next: "2026-11-24");
    }

    [Fact]
    public async Task A_weekly_check_is_due_on_its_day_and_overdue_after_it()
    {
        await WorkedAsync(Weekly, "2026-11-16 10:00");
        AssertDue(await TodayAsync(Weekly, "2026-11-20 09:00"), CheckDueState.NotDue, next: "2026-11-23");
        AssertDue(await TodayAsync(Weekly, "2026-11-23 09:00"), CheckDueState.Due, next: "2026-11-30");
        AssertDue(await TodayAsync(Weekly, "2026-11-25 09:00"), CheckDueState.Overdue, next: "2026-11-30", missed: "2026-11-23");
    }

    [Fact]
    public async Task Missed_weeks_count_from_the_first()
    {
        await WorkedAsync(Weekly, "2026-11-03 10:00");
        AssertDue(await TodayAsync(Weekly, "2026-11-24 09:00"), CheckDueState.Overdue, next: "2026-11-30", missed: "2026-11-09");
    }

    [Fact]
    public async Task A_late_run_covers_the_week_and_not_the_next()
    {
        await WorkedAsync(Weekly, "2026-11-26 10:00");
        AssertDue(await TodayAsync(Weekly, "2026-11-27 09:00"), CheckDueState.NotDue, next: "2026-11-30");
        AssertDue(await TodayAsync(Weekly, "2026-11-30 09:00"), CheckDueState.Due, next: "2026-12-07");
    }

    [Fact]
    public async Task An_early_run_does_not_cover_the_day_to_come()
    {
        await WorkedAsync(Weekly, "2026-11-20 10:00");
        AssertDue(await TodayAsync(Weekly, "2026-11-23 09:00"), CheckDueState.Due, next: "2026-11-30");
    }

    [Fact]
    public async Task A_weekly_check_moves_from_a_day_off_to_the_next_working_day()
    {
        _calendar.Closures.Add(Closure.On(new(2026, 11, 23)));
        await WorkedAsync(Weekly, "2026-11-16 10:00");
        AssertDue(await TodayAsync(Weekly, "2026-11-23 09:00"), CheckDueState.NotDue, next: "2026-11-24");
        AssertDue(await TodayAsync(Weekly, "2026-11-24 09:00"), CheckDueState.Due, next: "2026-11-30");
    }

    [Fact]
    public async Task Weeks_that_a_closure_moves_to_one_day_are_one()
    {
        _calendar.Closures.Add(new Closure(new(2026, 12, 19), new(2027, 1, 10)));
        await WorkedAsync(Weekly, "2026-12-14 10:00");
        AssertDue(await TodayAsync(Weekly, "2026-12-30 09:00"), CheckDueState.NotDue, next: "2027-01-11");
        AssertDue(await TodayAsync(Weekly, "2027-01-11 09:00"), CheckDueState.Due, next: "2027-01-18");
        AssertDue(await TodayAsync(Weekly, "2027-01-12 09:00"), CheckDueState.Overdue, next: "2027-01-18", missed: "2027-01-11");
    }

    [Fact]
    public async Task The_weekday_is_a_setting()
    {
        _options.WeeklyOn = DayOfWeek.Thursday;
        AssertDue(await TodayAsync(Weekly, "2026-11-26 09:00"), CheckDueState.Due, next: "2026-12-03");
    }

    [Fact]
    public async Task A_check_that_was_never_worked_owes_its_latest_day_only()
    {
        AssertDue(await TodayAsync(Weekly, "2026-11-24 09:00"), CheckDueState.Overdue, next: "2026-11-30", missed: "2026-11-23");
        AssertDue(await TodayAsync(Monthly, "2026-11-24 09:00"), CheckDueState.Overdue, next: "2026-12-01", missed: "2026-11-02");
    }

    [Fact]
    public async Task A_monthly_check_on_a_Sunday_moves_to_Monday()
    {
        await WorkedAsync(Monthly, "2026-10-01 10:00");
        AssertDue(await TodayAsync(Monthly, "2026-11-01 09:00"), CheckDueState.NotDue, next: "2026-11-02");
        AssertDue(await TodayAsync(Monthly, "2026-11-02 09:00"), CheckDueState.Due, next: "2026-12-01");
    }

    [Theory]
    [InlineData("2026-11-30", "2026-12-31")]
    [InlineData("2027-02-28", "2027-03-31")]
    [InlineData("2028-02-29", "2028-03-31")]
    public async Task The_thirty_first_is_the_last_day_of_shorter_months(string day, string next)
    {
        _calendar.WorkingDays = Enum.GetValues<DayOfWeek>();
        _options.MonthlyOn = 31;
        AssertDue(await TodayAsync(Monthly, day + " 09:00"), CheckDueState.Due, next);
    }

    [Fact]
    public async Task The_last_day_of_a_month_may_move_into_the_next()
    {
        _options.MonthlyOn = 31;
        await WorkedAsync(Monthly, "2026-09-30 10:00");
        AssertDue(await TodayAsync(Monthly, "2026-10-31 09:00"), CheckDueState.NotDue, next: "2026-11-02");
        AssertDue(await TodayAsync(Monthly, "2026-11-02 09:00"), CheckDueState.Due, next: "2026-11-30");
    }

    [Fact]
    public async Task A_day_is_a_day_of_the_librarys_time_zone()
    {
        // 07:30 in UTC is half an hour before midnight in Los Angeles.
        await _desk.RecordAsync(new(Daily, Utc("2026-11-24 07:30"), "Ana", "CSUN"));
        Assert.Equal(CheckDueState.Done, (await TodayAtAsync(Daily, Utc("2026-11-24 07:59"))).State);
        Assert.Equal(CheckDueState.Due, (await TodayAtAsync(Daily, Utc("2026-11-24 08:00"))).State);
    }

    [Fact]
    public async Task Days_begin_at_midnight_on_both_sides_of_a_change_of_clocks()
    {
        _calendar.WorkingDays = Enum.GetValues<DayOfWeek>();
        await _desk.RecordAsync(new(Daily, Utc("2026-11-01 07:00"), "Ana", "CSUN"));
        Assert.Equal(CheckDueState.Done, (await TodayAtAsync(Daily, Utc("2026-11-02 07:59"))).State);
        Assert.Equal(CheckDueState.Due, (await TodayAtAsync(Daily, Utc("2026-11-02 08:00"))).State);

        await _desk.RecordAsync(new(Daily, Utc("2027-03-14 08:00"), "Ana", "CSUN"));
        Assert.Equal(CheckDueState.Done, (await TodayAtAsync(Daily, Utc("2027-03-15 06:59"))).State);
        Assert.Equal(CheckDueState.Due, (await TodayAtAsync(Daily, Utc("2027-03-15 07:00"))).State);
    }

    [Fact]
    public async Task A_run_for_all_libraries_counts_and_one_for_another_does_not()
    {
        await _desk.RecordAsync(new(Daily, Local("2026-11-24 08:30"), "Ana", "CSUF"));
        Assert.Equal(CheckDueState.Due, (await TodayAsync(Daily, "2026-11-24 09:00")).State);
        await _desk.RecordAsync(new(Daily, Local("2026-11-24 08:30"), "Ana"));
        Assert.Equal(CheckDueState.Done, (await TodayAsync(Daily, "2026-11-24 09:00")).State);
    }

    [Fact]
    public async Task Every_check_of_csu_is_answered_in_order_where_none_is_named()
    {
        var schedule = new CheckSchedule(_desk, new WorkCalendar(_calendar));
        Assert.Equal(CheckPresets.Csu, (await schedule.TodayAsync("CSUN", CheckDesk.Now)).Select(due => due.Policy));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    public void A_day_that_no_month_has_is_refused(int day) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CheckSchedule(_desk, new WorkCalendar(), new() { MonthlyOn = day }));

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    public void A_day_that_no_week_has_is_refused(int day) =>
        Assert.Throws<ArgumentOutOfRangeException>("options", () => new CheckSchedule(_desk, new WorkCalendar(), new() { WeeklyOn = (DayOfWeek)day }));

    private static void AssertDue(CheckDue due, CheckDueState state, string next, string? missed = null) =>
        Assert.Equal(
            (state, next, missed),
            (due.State, due.NextOn.ToString("O", CultureInfo.InvariantCulture), due.MissedSince?.ToString("O", CultureInfo.InvariantCulture)));

    private static DateTimeOffset Utc(string moment) =>
        DateTimeOffset.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static DateTimeOffset Local(string moment)
    {
        var local = DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return LocalTime.InUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));
    }

    private Task WorkedAsync(string check, string local) => _desk.RecordAsync(new(check, Local(local), "Ana", "CSUN")).AsTask();

    private Task<CheckDue> TodayAsync(string check, string local) => TodayAtAsync(check, Local(local));

    private async Task<CheckDue> TodayAtAsync(string check, DateTimeOffset now) =>
        Assert.Single(await new CheckSchedule(_desk, new WorkCalendar(_calendar), _options).TodayAsync("CSUN", now, [CheckPresets.Find(check)!]));
}
