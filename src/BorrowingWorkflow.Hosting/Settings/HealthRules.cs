using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Hosting.Settings;

/// <summary>What the health check's settings must be.</summary>
internal static class HealthRules
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static IReadOnlyList<SettingRule<BorrowingHealthSettings>> All { get; } =
    [
        SettingRule<BorrowingHealthSettings>.Length(nameof(BorrowingHealthSettings.EffectsDegradedAfter), s => s.EffectsDegradedAfter, Second, Year),
        SettingRule<BorrowingHealthSettings>.Length(nameof(BorrowingHealthSettings.EffectsUnhealthyAfter), s => s.EffectsUnhealthyAfter, Second, Year),
        new(nameof(BorrowingHealthSettings.EffectsUnhealthyAfter), s => s.EffectsUnhealthyAfter, "EffectsDegradedAfter or more", s => s.EffectsUnhealthyAfter >= s.EffectsDegradedAfter),
        SettingRule<BorrowingHealthSettings>.Length(nameof(BorrowingHealthSettings.DeadlinesDegradedAfter), s => s.DeadlinesDegradedAfter, Second, Year),
        SettingRule<BorrowingHealthSettings>.Length(nameof(BorrowingHealthSettings.DeadlinesUnhealthyAfter), s => s.DeadlinesUnhealthyAfter, Second, Year),
        new(nameof(BorrowingHealthSettings.DeadlinesUnhealthyAfter), s => s.DeadlinesUnhealthyAfter, "DeadlinesDegradedAfter or more", s => s.DeadlinesUnhealthyAfter >= s.DeadlinesDegradedAfter),
        SettingRule<BorrowingHealthSettings>.Length(nameof(BorrowingHealthSettings.Timeout), s => s.Timeout, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(5)),
    ];

    /// <exception cref="OptionsValidationException">A setting can't be kept.</exception>
    public static void Ensure(BorrowingHealthSettings settings)
    {
        string[] faults = [.. All.Select(rule => rule.FaultOf(settings)).OfType<string>()];
        if (faults.Length > 0)
        {
            throw new OptionsValidationException(nameof(BorrowingHealthSettings), typeof(BorrowingHealthSettings), faults);
        }
    }
}
