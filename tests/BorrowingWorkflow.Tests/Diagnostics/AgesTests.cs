using System.Globalization;
using BorrowingWorkflow.Diagnostics;

namespace BorrowingWorkflow.Tests.Diagnostics;

public sealed class AgesTests
{
    [Theory]
    [InlineData("0:00:59", "under 1 min")]
    [InlineData("-1:00:00", "under 1 min")]
    [InlineData("0:01:00", "1 min")]
    [InlineData("0:59:59", "59 min")]
    [InlineData("1:59:59", "1 h")]
    [InlineData("23:59:59", "23 h")]
    [InlineData("1.00:00:00", "1 day")]
    [InlineData("1.23:59:59", "1 day")]
    [InlineData("2.00:00:00", "2 days")]
    [InlineData("1234.00:00:00", "1,234 days")]
    public void An_age_is_said_in_its_largest_whole_unit(string age, string words) =>
        Assert.Equal(words, Ages.InWords(TimeSpan.Parse(age, CultureInfo.InvariantCulture)));
}
