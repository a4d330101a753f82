using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Tests.Engine;

public sealed class BorrowingOptionsTests
{
    public static TheoryData<string> Names => [.. Wrong.Keys];

    private static Dictionary<string, Action<BorrowingOptions>> Wrong { get; } = new()
    {
        [nameof(BorrowingOptions.SendAttempts)] = options => options.SendAttempts = 0,
        [nameof(BorrowingOptions.SendBackoff)] = options => options.SendBackoff = TimeSpan.FromTicks(-1),
        [nameof(BorrowingOptions.LongestSendBackoff)] = options => options.LongestSendBackoff = options.SendBackoff - TimeSpan.FromTicks(1),
        [nameof(BorrowingOptions.LocateAttempts)] = options => options.LocateAttempts = 0,
        [nameof(BorrowingOptions.LocateBackoff)] = options => options.LocateBackoff = TimeSpan.FromTicks(-1),
        [nameof(BorrowingOptions.CancelResponse)] = options => options.CancelResponse = TimeSpan.Zero,
        [nameof(BorrowingOptions.HoldPeriod)] = options => options.HoldPeriod = TimeSpan.Zero,
        [nameof(BorrowingOptions.Retention)] = options => options.Retention = TimeSpan.Zero,
        [nameof(BorrowingOptions.DecisionAttempts)] = options => options.DecisionAttempts = 0,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void An_option_that_can_not_be_kept_is_named(string name)
    {
        var options = new BorrowingOptions();
        Wrong[name](options);
        Assert.Throws<ArgumentOutOfRangeException>(name, () => options.Validated());
    }

    [Fact]
    public void What_is_just_possible_is_kept()
    {
        var options = new BorrowingOptions
        {
            SendAttempts = 1,
            SendBackoff = TimeSpan.Zero,
            LongestSendBackoff = TimeSpan.Zero,
            LocateAttempts = 1,
            LocateBackoff = TimeSpan.Zero,
            CancelResponse = TimeSpan.FromTicks(1),
            HoldPeriod = TimeSpan.FromTicks(1),
            Retention = TimeSpan.FromTicks(1),
            DecisionAttempts = 1,
        };
        Assert.Same(options, options.Validated());
    }
}
