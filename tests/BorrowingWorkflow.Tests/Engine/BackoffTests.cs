using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Tests.Engine;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(4, 40)]
    [InlineData(5, 60)]
    [InlineData(5000, 60)]
    public void The_wait_doubles_up_to_the_longest(int failures, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Backoff.After(failures, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(60)));

    [Fact]
    public void Without_a_first_wait_there_is_none() => Assert.Equal(TimeSpan.Zero, Backoff.After(3, TimeSpan.Zero, TimeSpan.FromHours(1)));
}
