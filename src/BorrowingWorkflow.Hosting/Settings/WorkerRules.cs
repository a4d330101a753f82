using BorrowingWorkflow.Engine;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Hosting.Settings;

/// <summary>What the workers' settings must be, those of the dispatch included: a batch of none would fail for ever.</summary>
internal sealed class WorkerRules(DispatchSettings dispatch) : IValidateOptions<BorrowingWorkerSettings>
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly SettingRule<DispatchSettings>[] OfDispatch =
    [
        SettingRule<DispatchSettings>.Number(nameof(DispatchSettings.BatchSize), s => s.BatchSize, 1, 10_000),
        SettingRule<DispatchSettings>.Length(nameof(DispatchSettings.Lease), s => s.Lease, Second, Day),
        SettingRule<DispatchSettings>.Length(nameof(DispatchSettings.Backoff), s => s.Backoff, Second, Day),
        SettingRule<DispatchSettings>.Length(nameof(DispatchSettings.LongestBackoff), s => s.LongestBackoff, Second, TimeSpan.FromDays(30)),
    ];

    public static IReadOnlyList<SettingRule<BorrowingWorkerSettings>> All { get; } =
    [
        SettingRule<BorrowingWorkerSettings>.Number(nameof(BorrowingWorkerSettings.Dispatchers), s => s.Dispatchers, 1, 64),
        SettingRule<BorrowingWorkerSettings>.Length(nameof(BorrowingWorkerSettings.DispatchInterval), s => s.DispatchInterval, Moment, Hour),
        SettingRule<BorrowingWorkerSettings>.Length(nameof(BorrowingWorkerSettings.SweepInterval), s => s.SweepInterval, Moment, Day),
        SettingRule<BorrowingWorkerSettings>.Length(nameof(BorrowingWorkerSettings.RetentionInterval), s => s.RetentionInterval, Second, Day),
        SettingRule<BorrowingWorkerSettings>.Number(nameof(BorrowingWorkerSettings.RetentionBatch), s => s.RetentionBatch, 1, 100_000),
        SettingRule<BorrowingWorkerSettings>.Length(nameof(BorrowingWorkerSettings.BacklogInterval), s => s.BacklogInterval, Second, Day),
        SettingRule<BorrowingWorkerSettings>.Length(nameof(BorrowingWorkerSettings.CheckSpread), s => s.CheckSpread, TimeSpan.Zero, Hour),
        SettingRule<BorrowingWorkerSettings>.Length(nameof(BorrowingWorkerSettings.FirstRetry), s => s.FirstRetry, Moment, Hour),
        SettingRule<BorrowingWorkerSettings>.Length(nameof(BorrowingWorkerSettings.LongestRetry), s => s.LongestRetry, Moment, Hour),
        new(nameof(BorrowingWorkerSettings.LongestRetry), s => s.LongestRetry, "FirstRetry or more", s => s.LongestRetry >= s.FirstRetry),
        SettingRule<BorrowingWorkerSettings>.Length(nameof(BorrowingWorkerSettings.StopTimeout), s => s.StopTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(10)),
        new(nameof(BorrowingWorkerSettings.Libraries), s => s.Libraries.Count, "codes that are not empty", s => !s.Libraries.Any(string.IsNullOrWhiteSpace)),
        new(nameof(BorrowingWorkerSettings.Checks), s => s.Checks?.Count ?? 0, "at least one check", s => s.Checks is { Count: > 0 }),
    ];

    public ValidateOptionsResult Validate(string? name, BorrowingWorkerSettings options)
    {
        string[] faults = [.. All.Select(rule => rule.FaultOf(options)).Concat(OfDispatch.Select(rule => rule.FaultOf(dispatch))).OfType<string>()];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
