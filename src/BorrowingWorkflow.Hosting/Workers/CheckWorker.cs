using System.Runtime.ExceptionServices;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Hosting.Diagnostics;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Hosting.Workers;

/// <summary>Tells each library's desk once a working day, from the set time on, which checks are due.</summary>
/// <remarks>That a desk was told is recorded in the desk log after the notifier returned, so that neither a restart nor another host tells it again.</remarks>
internal sealed class CheckWorker(
    CheckSchedule schedule,
    CheckRunner runner,
    IDeskLog desk,
    IWorkCalendar calendar,
    IEnumerable<IDueChecksNotifier> notifiers,
    IOptions<BorrowingWorkerSettings> settings,
    TimeProvider clock,
    ILogger<CheckWorker> logger)
    : Worker(settings, clock, logger)
{
    // The id under which the desk log keeps that a desk was told. No check has it.
    private const string Told = "due-checks-told";

    // Clocks jump and machines sleep, so no rest lasts until tomorrow.
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(15);

    private readonly string[] _libraries = [.. settings.Value.Libraries.Distinct(StringComparer.Ordinal)];
    private readonly Dictionary<string, DateOnly> _done = new(StringComparer.Ordinal);
    private readonly TimeSpan _late = settings.Value.CheckSpread * Random.Shared.NextDouble();

    protected override async ValueTask<TimeSpan> RunAsync(CancellationToken stopping)
    {
        var now = Clock.GetUtcNow();
        var rest = LongestRest;
        ExceptionDispatchInfo? failure = null;
        foreach (var library in _libraries)
        {
            var zone = calendar.TimeZoneOf(library);
            var today = LocalTime.DayOf(now, zone);
            var until = LocalTime.InUtc(today, Settings.CheckTime, zone) + _late - now;
            if (until > TimeSpan.Zero)
            {
                rest = until < rest ? until : rest;
            }
            else if (_done.GetValueOrDefault(library) != today)
            {
                try
                {
                    await TellAsync(library, today, zone, now, stopping).ConfigureAwait(false);
                    _done[library] = today;
                }
                catch (Exception exception) when (!stopping.IsCancellationRequested)
                {
                    // The other desks are told all the same; this one when the worker tries again.
                    failure ??= ExceptionDispatchInfo.Capture(exception);
                }
            }
        }

        failure?.Throw();
        return rest;
    }

    private async ValueTask TellAsync(string library, DateOnly today, TimeZoneInfo zone, DateTimeOffset now, CancellationToken stopping)
    {
        var runs = await desk.LatestRunsAsync(stopping).ConfigureAwait(false);
        if (runs.Any(run => run.Check == Told && run.Library == library && LocalTime.DayOf(run.At, zone) >= today))
        {
            return;
        }

        var states = await schedule.TodayAsync(library, now, Settings.Checks, stopping).ConfigureAwait(false);
        CheckDue[] due = [.. states.Where(check => check.State is CheckDueState.Due or CheckDueState.Overdue)];
        if (due.Length == 0)
        {
            return;
        }

        var report = await runner.RunAsync(
            new() { Policies = [.. due.Select(check => check.Policy)], Library = library, Now = now }, stopping).ConfigureAwait(false);
        foreach (var notifier in notifiers)
        {
            await notifier.NotifyAsync(new(library, today, due, report), stopping).ConfigureAwait(false);
        }

        await desk.RecordAsync(new(Told, now, "BorrowingWorkflow.Hosting", library), stopping).ConfigureAwait(false);
        Logger.ChecksDue(
            library, due.Length, due.Count(check => check.State == CheckDueState.Overdue), report.Entries.Sum(entry => entry.Count));
    }
}
