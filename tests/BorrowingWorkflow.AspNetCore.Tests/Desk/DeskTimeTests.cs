using System.Globalization;
using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.AspNetCore.Desk.Actions;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Fakes;

namespace BorrowingWorkflow.AspNetCore.Tests.Desk;

public class DeskTimeTests
{
    [Theory]
    [InlineData("America/Los_Angeles", "2026-11-25", "2026-11-26T07:59:59Z")]
    [InlineData("America/Los_Angeles", "2026-03-08", "2026-03-09T06:59:59Z")] // 23 hours long
    [InlineData("America/Los_Angeles", "2026-11-01", "2026-11-02T07:59:59Z")] // 25 hours long
    [InlineData("Europe/Madrid", "2026-06-30", "2026-06-30T21:59:59Z")]
    [InlineData("America/Santiago", "2026-09-05", "2026-09-06T03:59:59Z")] // the midnight after it is left out
    [InlineData("America/Havana", "2026-10-31", "2026-11-01T03:59:59Z")] // the midnight after it comes twice
    [InlineData("America/Havana", "2026-11-01", "2026-11-02T04:59:59Z")]
    [InlineData("UTC", "2028-02-29", "2028-02-29T23:59:59Z")]
    public void A_day_ends_with_its_last_second_in_the_librarys_zone(string zone, string day, string end) =>
        Assert.Equal(end, DeskTime.Written(In(zone).EndOf(Day(day))));

    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData("America/Santiago")]
    [InlineData("America/Havana")]
    [InlineData("Europe/Madrid")]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Beirut")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Pacific/Kiritimati")]
    public void The_end_of_a_day_is_on_it_and_a_second_later_is_the_next(string zone)
    {
        var time = In(zone);
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            var end = time.EndOf(day);

            Assert.True(time.DayOf(end) == day, $"{zone}: the end of {day:O}, {end:O}, is on {time.DayOf(end):O}.");
            Assert.True(time.DayOf(end.AddSeconds(1)) == day.AddDays(1), $"{zone}: a second after the end of {day:O}, {end:O}, is {time.DayOf(end.AddSeconds(1)):O}.");
        }
    }

    [Fact]
    public void Moments_are_written_in_UTC_whatever_the_reader_speaks()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal("2026-11-25T23:30:00Z", DeskTime.Written(new(2026, 11, 25, 15, 30, 0, TimeSpan.FromHours(-8))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Moments_are_shown_in_the_librarys_zone_as_the_reader_writes_them()
    {
        var at = new DateTimeOffset(2026, 11, 25, 3, 30, 0, TimeSpan.Zero);

        Assert.Equal("11/24/2026", In("America/Los_Angeles").Day(at));
        Assert.Equal("24/11/2026", In("America/Los_Angeles", "es-ES").Day(at));
        Assert.Equal(new(2026, 11, 24), In("America/Los_Angeles").DayOf(at));
        Assert.Equal("24/11/2026 19:30", In("America/Los_Angeles", "es-ES").Moment(at));
    }

    [Fact]
    public async Task A_day_that_a_form_was_given_is_the_day_that_it_shows_again()
    {
        await using var world = new BorrowingWorld();
        var time = In("America/Los_Angeles");
        var request = await world.RequestInAsync(BorrowingStatus.BadCitation);
        await world.StaffAsync(request.Id, Machine.Trigger.EditRequest, new() { NeededBy = time.EndOf(new(2026, 11, 30)) });

        var edit = new ActionModel(await world.FindAsync(request.Id), Machine.Trigger.EditRequest);

        Assert.Equal("2026-11-30", edit.ValueOf(ActionField.NeededBy, time));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DeskTime In(string zone, string culture = "en-US") =>
        new(DeskCalls.Now, TimeZoneInfo.FindSystemTimeZoneById(zone), CultureInfo.GetCultureInfo(culture));
}
