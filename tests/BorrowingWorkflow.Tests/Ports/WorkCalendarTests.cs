using System.Globalization;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using CsCheck;

namespace BorrowingWorkflow.Tests.Ports;

public class WorkCalendarTests
{
    private const string Library = "CSUN";
    private static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();

    [Fact]
    public void Without_configuration_it_is_Monday_to_Friday_in_UTC()
    {
        var calendar = new WorkCalendar();

        // A Thursday; the weekend is passed over.
        Assert.Equal(At("2026-11-11T09:30:00Z"), calendar.AddWorkingDays(At("2026-11-05T09:30:00Z"), 4, Library, null));
        Assert.Equal(TimeZoneInfo.Utc, calendar.TimeZoneOf(Library));
    }

    [Fact]
    public void No_days_are_the_moment_itself() =>
        Assert.Equal(At("2026-11-08T09:30:00Z"), new WorkCalendar().AddWorkingDays(At("2026-11-08T09:30:00Z"), 0, Library, null));

    [Theory]
    [InlineData("2026-11-06T18:00:00Z", "2026-11-09T18:00:00Z")] // Friday
    [InlineData("2026-11-07T18:00:00Z", "2026-11-09T18:00:00Z")] // Saturday
    [InlineData("2026-11-08T18:00:00Z", "2026-11-09T18:00:00Z")] // Sunday
    [InlineData("2026-11-09T18:00:00Z", "2026-11-10T18:00:00Z")] // Monday
    public void Counting_starts_on_the_day_after(string from, string expected) =>
        Assert.Equal(At(expected), new WorkCalendar().AddWorkingDays(At(from), 1, Library, null));

    [Theory]
    // 2026-03-08 02:00 to 03:00 does not exist in Los Angeles: the next time that does is 03:00 PDT.
    [InlineData("America/Los_Angeles", "2026-03-07T10:30:00Z", "2026-03-08T10:00:00Z")]
    // Over the change the local time stays, so that the day has 23 hours.
    [InlineData("America/Los_Angeles", "2026-03-07T20:00:00Z", "2026-03-08T19:00:00Z")]
    // 2026-11-01 01:30 occurs twice: it is the first, in PDT.
    [InlineData("America/Los_Angeles", "2026-10-31T08:30:00Z", "2026-11-01T08:30:00Z")]
    // Over the change the day has 25 hours.
    [InlineData("America/Los_Angeles", "2026-10-31T19:00:00Z", "2026-11-01T20:00:00Z")]
    // From the second 01:30 on it is 01:30 all the same.
    [InlineData("America/Los_Angeles", "2026-11-01T09:30:00Z", "2026-11-02T09:30:00Z")]
    // Lord Howe moves its clocks by half an hour: 02:00 to 02:30 does not exist on 2026-10-04.
    [InlineData("Australia/Lord_Howe", "2026-10-02T15:45:00Z", "2026-10-03T15:30:00Z")]
    // And 01:30 to 02:00 occurs twice on 2026-04-05.
    [InlineData("Australia/Lord_Howe", "2026-04-03T14:45:00Z", "2026-04-04T14:45:00Z")]
    // A zone of five and a half hours: 2026-05-04 23:45 is still the 4th there at 18:15 UTC.
    [InlineData("Asia/Kolkata", "2026-05-04T18:15:00Z", "2026-05-05T18:15:00Z")]
    // Clocks that change at midnight: 2026-09-06 00:00 to 01:00 does not exist in Santiago.
    [InlineData("America/Santiago", "2026-09-05T04:15:00Z", "2026-09-06T04:00:00Z")]
    public void The_local_time_of_day_is_kept(string zone, string from, string expected)
    {
        var calendar = new WorkCalendar(new() { TimeZone = zone, WorkingDays = EveryDay });

        Assert.Equal(At(expected), calendar.AddWorkingDays(At(from), 1, Library, null));
        Assert.Equal(1, calendar.WorkingDaysBetween(At(from), At(expected), Library, null));
        Assert.Equal(0, calendar.WorkingDaysBetween(At(from), At(expected).AddTicks(-1), Library, null));
    }

    [Fact]
    public void A_day_is_the_local_day()
    {
        var calendar = new WorkCalendar(new() { TimeZone = "America/Los_Angeles" });

        // Saturday 02:00 in UTC is Friday evening in Los Angeles; the Monday after it is a Tuesday in UTC.
        Assert.Equal(At("2026-06-09T02:00:00Z"), calendar.AddWorkingDays(At("2026-06-06T02:00:00Z"), 1, Library, null));
    }

    [Fact]
    public void Holidays_and_closures_do_not_count_across_the_year_s_end()
    {
        var options = new WorkCalendarOptions { Closures = { Closure.On(new(2027, 1, 1)) } };
        options.Libraries[Library] = new() { Closures = [new(new(2026, 12, 24), new(2026, 12, 31))] };
        var calendar = new WorkCalendar(options);

        // Wednesday, then nobody until Monday 4 January.
        Assert.Equal(At("2027-01-04T12:00:00Z"), calendar.AddWorkingDays(At("2026-12-23T12:00:00Z"), 1, Library, null));
        // Another library closes on New Year's day only.
        Assert.Equal(At("2026-12-24T12:00:00Z"), calendar.AddWorkingDays(At("2026-12-23T12:00:00Z"), 1, "SFSU", null));
        Assert.Equal(At("2027-01-04T12:00:00Z"), calendar.AddWorkingDays(At("2026-12-31T12:00:00Z"), 1, "SFSU", null));
    }

    [Fact]
    public void A_partner_that_is_closed_for_weeks_does_not_burn_its_time()
    {
        var partner = new Partner("CSULB") { Closures = [new(new(2026, 7, 6), new(2026, 7, 31))] };

        Assert.Equal(At("2026-08-05T12:00:00Z"), new WorkCalendar().AddWorkingDays(At("2026-07-02T12:00:00Z"), 4, Library, partner));
    }

    [Fact]
    public void The_library_s_closures_do_not_stop_a_partner_and_everybody_s_do()
    {
        var options = new WorkCalendarOptions { Closures = { Closure.On(new(2026, 11, 11)) } };
        options.Libraries[Library] = new() { Closures = [Closure.On(new(2026, 11, 10))] };
        var calendar = new WorkCalendar(options);

        Assert.Equal(At("2026-11-12T12:00:00Z"), calendar.AddWorkingDays(At("2026-11-09T12:00:00Z"), 2, Library, new("CSULB")));
        Assert.Equal(At("2026-11-13T12:00:00Z"), calendar.AddWorkingDays(At("2026-11-09T12:00:00Z"), 2, Library, null));
    }

    [Fact]
    public void A_partner_s_own_weekdays_count()
    {
        var partner = new Partner("AUC") { WorkingDays = [DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday] };

        Assert.Equal(At("2026-11-08T12:00:00Z"), new WorkCalendar().AddWorkingDays(At("2026-11-05T12:00:00Z"), 1, Library, partner));
    }

    [Fact]
    public void A_partner_without_weekdays_works_when_the_library_does()
    {
        var options = new WorkCalendarOptions();
        options.Libraries[Library] = new() { WorkingDays = [DayOfWeek.Saturday] };

        Assert.Equal(
            At("2026-11-07T12:00:00Z"),
            new WorkCalendar(options).AddWorkingDays(At("2026-11-05T12:00:00Z"), 1, Library, new Partner("CSULB") { WorkingDays = [] }));
    }

    [Fact]
    public void A_partner_s_days_begin_and_end_by_its_own_time_zone()
    {
        var calendar = new WorkCalendar(new() { TimeZone = "America/Los_Angeles" });
        var from = At("2026-06-05T22:00:00Z"); // Friday 15:00 in Los Angeles, Saturday 07:00 in Tokyo.

        Assert.Equal(At("2026-06-08T22:00:00Z"), calendar.AddWorkingDays(from, 1, Library, new("CSULB")));
        Assert.Equal(At("2026-06-07T22:00:00Z"), calendar.AddWorkingDays(from, 1, Library, new Partner("WASEDA") { TimeZone = "Asia/Tokyo" }));
        Assert.Equal(At("2026-06-08T22:00:00Z"), calendar.AddWorkingDays(from, 1, Library, new Partner("MARS") { TimeZone = "Mars/Olympus" }));
    }

    [Fact]
    public void Where_a_year_passes_without_a_working_day_every_day_counts()
    {
        var gone = new Partner("GONE") { Closures = [new(new(2026, 11, 7), DateOnly.MaxValue)] };
        var calendar = new WorkCalendar();

        // The Friday is still worked on.
        Assert.Equal(At("2026-11-06T12:00:00Z"), calendar.AddWorkingDays(At("2026-11-05T12:00:00Z"), 1, Library, gone));
        Assert.Equal(At("2026-11-09T12:00:00Z"), calendar.AddWorkingDays(At("2026-11-05T12:00:00Z"), 4, Library, gone));
        Assert.Equal(4, calendar.WorkingDaysBetween(At("2026-11-05T12:00:00Z"), At("2026-11-09T12:00:00Z"), Library, gone));
    }

    [Fact]
    public void The_end_of_the_calendar_is_an_error_and_not_a_loop()
    {
        var calendar = new WorkCalendar();

        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.AddWorkingDays(At("9999-12-20T12:00:00Z"), 20, Library, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.AddWorkingDays(At("2026-12-20T12:00:00Z"), -1, Library, null));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => calendar.AddWorkingDays(At("9999-12-20T12:00:00Z"), 20, Library, new Partner("GONE") { Closures = [new(DateOnly.MinValue, DateOnly.MaxValue)] }));
    }

    [Theory]
    [InlineData("2026-11-05T12:00:00Z", "2026-11-05T12:00:00Z", 0)]
    [InlineData("2026-11-05T12:00:00Z", "2026-11-04T12:00:00Z", 0)]
    [InlineData("2026-11-05T12:00:00Z", "2026-11-06T11:59:59Z", 0)]
    [InlineData("2026-11-05T12:00:00Z", "2026-11-06T12:00:00Z", 1)]
    [InlineData("2026-11-05T12:00:00Z", "2026-11-09T11:00:00Z", 1)]
    [InlineData("2026-11-05T12:00:00Z", "2027-11-05T12:00:00Z", 261)]
    public void Whole_working_days_are_counted(string from, string until, int expected) =>
        Assert.Equal(expected, new WorkCalendar().WorkingDaysBetween(At(from), At(until), Library, null));

    [Fact]
    public void What_is_added_is_what_has_passed()
    {
        string[] zones = ["UTC", "America/Los_Angeles", "Australia/Lord_Howe", "Asia/Kolkata", "America/Santiago", "Africa/Cairo", "Asia/Kathmandu"];
        var start = At("2025-01-01T00:00:00Z");
        var closure = Gen.Select(Gen.Int[0, 800], Gen.Int[0, 40], (first, length) =>
            new Closure(new DateOnly(2025, 1, 1).AddDays(first), new DateOnly(2025, 1, 1).AddDays(first + length)));
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 60 * 24 * 700], Gen.Int[0, 60], Gen.Int[1, 127], closure.List[0, 5], Gen.Int[0, 60 * 24 * 120])
            .Sample(
                (zone, minute, days, mask, closures, later) =>
                {
                    var calendar = new WorkCalendar(new() { TimeZone = zones[zone] });
                    var partner = new Partner("P") { WorkingDays = [.. EveryDay.Where(day => (mask & (1 << (int)day)) != 0)], Closures = closures };
                    var from = start.AddMinutes(minute);
                    var due = calendar.AddWorkingDays(from, days, Library, partner);
                    var next = calendar.AddWorkingDays(from, days + 1, Library, partner);
                    var until = from.AddMinutes(later);
                    var passed = calendar.WorkingDaysBetween(from, until, Library, partner);
                    return due < next && due >= from
                        && calendar.WorkingDaysBetween(from, due, Library, partner) == days
                        && calendar.WorkingDaysBetween(from, next.AddTicks(-1), Library, partner) == days
                        && calendar.AddWorkingDays(from, passed, Library, partner) <= until
                        && calendar.AddWorkingDays(from, passed + 1, Library, partner) > until;
                },
                seed: "0N0XIzNsQ0O2", iter: 3000);
    }

    [Fact]
    public void Bad_configuration_is_refused_when_the_calendar_is_made()
    {
        Assert.Throws<ArgumentException>(() => new WorkCalendar(new() { TimeZone = "Mars/Olympus" }));
        Assert.Throws<ArgumentException>(() => new WorkCalendar(new() { WorkingDays = [] }));
        Assert.Throws<ArgumentException>(() => new WorkCalendar(new() { Closures = { new(new(2026, 1, 2), new(2026, 1, 1)) } }));
        Assert.Throws<ArgumentException>(() => new WorkCalendar(new() { Libraries = { [Library] = new() { TimeZone = "" } } }));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
