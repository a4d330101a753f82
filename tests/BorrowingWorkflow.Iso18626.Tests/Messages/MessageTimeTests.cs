using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Messages;

public sealed class MessageTimeTests
{
    [Theory]
    [InlineData("2026-11-25T10:00:00Z", "2026-11-25T10:00:00.0000000+00:00")]
    [InlineData("2026-11-25T10:00:00+00:00", "2026-11-25T10:00:00.0000000+00:00")]
    [InlineData("2026-11-25T10:00:00-07:30", "2026-11-25T10:00:00.0000000-07:30")]
    [InlineData("2026-11-25T10:00:00.5Z", "2026-11-25T10:00:00.5000000+00:00")]
    [InlineData("2026-11-25T10:00:00.123456789123Z", "2026-11-25T10:00:00.1234567+00:00")]
    [InlineData("2026-11-25T24:00:00Z", "2026-11-26T00:00:00.0000000+00:00")]
    public void A_whole_time_is_read_and_its_text_kept(string text, string expected)
    {
        Assert.True(MessageTime.TryParse(text, out var time));
        Assert.Equal(expected, time.Value.ToString("O"));
        Assert.Equal(text, time.Text);
        Assert.Equal(text, time.XmlText);
        Assert.True(time.HasOffset && time.HasTimeOfDay && !time.IsOdd);
    }

    [Theory]
    [InlineData("2026-11-25T10:00:00", "2026-11-25T10:00:00", true)]
    [InlineData("2026-11-25", "2026-11-25T00:00:00", false)]
    public void Without_an_offset_the_time_is_taken_as_UTC_and_says_so(string text, string written, bool hasTime)
    {
        Assert.True(MessageTime.TryParse(text, out var time));
        Assert.Equal(TimeSpan.Zero, time.Value.Offset);
        Assert.False(time.HasOffset);
        Assert.Equal(hasTime, time.HasTimeOfDay);
        Assert.Equal(text, time.Text);
        Assert.Equal(written, time.XmlText);
    }

    [Theory]
    [InlineData("2026-11-25T10:00:00+0100", "2026-11-25T10:00:00+01:00")]
    [InlineData("2026-11-25T10:00:00+01", "2026-11-25T10:00:00+01:00")]
    [InlineData("2026-11-25 10:00:00z", "2026-11-25T10:00:00Z")]
    [InlineData("2026-11-25t10:00Z", "2026-11-25T10:00:00Z")]
    [InlineData("2026-11-25T10:00:00,25Z", "2026-11-25T10:00:00.25Z")]
    [InlineData("2026-11-25Z", "2026-11-25T00:00:00Z")]
    public void An_odd_time_is_read_and_written_as_the_schema_wants_it(string text, string written)
    {
        Assert.True(MessageTime.TryParse(text, out var time));
        Assert.True(time.IsOdd);
        Assert.Equal(text, time.Text);
        Assert.Equal(written, time.XmlText);
        Assert.True(MessageTime.TryParse(written, out var again));
        Assert.True(again.Value.EqualsExact(time.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2026-11-31T10:00:00Z")]
    [InlineData("2026-13-01T10:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T24:00:00Z")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("2026-11-25T25:00:00Z")]
    [InlineData("2026-11-25T24:00:01Z")]
    [InlineData("2026-11-25T10:60:00Z")]
    [InlineData("2026-11-25T10:00:00.Z")]
    [InlineData("2026-11-25T10:00:00+14:01")]
    [InlineData("2026-11-25T10:00:00+01:")]
    [InlineData("2026-11-25T10:00:00+01:60")]
    [InlineData("2026-11-25T10:00:00Zulu")]
    [InlineData("2026-11-25T")]
    [InlineData("٢٠٢٦-11-25T10:00:00Z")]
    public void What_is_no_time_is_refused(string text) => Assert.False(MessageTime.TryParse(text, out _));

    [Fact]
    public void A_moment_is_the_time_that_its_own_text_says()
    {
        MessageTime time = new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.FromHours(-8)).AddTicks(1234500);
        Assert.Equal("2026-11-25T10:00:00.12345-08:00", time.Text);
        Assert.True(MessageTime.TryParse(time.Text, out var again));
        Assert.Equal(time, again);
        Assert.NotEqual(time, new MessageTime(time.Value.ToUniversalTime()));
    }
}
