using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Tests.Engine;

public sealed class DispatchSettingsTests
{
    public static TheoryData<string> Names => [.. Wrong.Keys];

    private static Dictionary<string, Action<DispatchSettings>> Wrong { get; } = new()
    {
        [nameof(DispatchSettings.BatchSize)] = settings => settings.BatchSize = 0,
        [nameof(DispatchSettings.Lease)] = settings => settings.Lease = TimeSpan.Zero,
        [nameof(DispatchSettings.Backoff)] = settings => settings.Backoff = TimeSpan.FromTicks(-1),
        [nameof(DispatchSettings.LongestBackoff)] = settings => settings.LongestBackoff = settings.Backoff - TimeSpan.FromTicks(1),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_setting_that_can_not_be_kept_is_named_by_dispatcher_and_sweeper(string name)
    {
        using var desk = new Desk();
        Wrong[name](desk.Get<DispatchSettings>());

        Assert.Equal(name, (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await desk.Get<EffectDispatcher>().DispatchAsync())).ParamName);
        Assert.Equal(name, (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await desk.Get<DeadlineSweeper>().SweepAsync())).ParamName);
    }

    [Fact]
    public void What_is_just_possible_is_kept()
    {
        var settings = new DispatchSettings { BatchSize = 1, Lease = TimeSpan.FromTicks(1), Backoff = TimeSpan.Zero, LongestBackoff = TimeSpan.Zero };
        Assert.Same(settings, settings.Validated());
    }
}
