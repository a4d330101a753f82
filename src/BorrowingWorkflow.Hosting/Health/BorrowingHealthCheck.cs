using BorrowingWorkflow.Hosting.Settings;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BorrowingWorkflow.Hosting.Health;

/// <summary>Looks whether the store answers, and whether effects are carried out and deadlines fired in time.</summary>
internal sealed class BorrowingHealthCheck(IBacklogReader store, BorrowingHealthSettings settings, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var now = clock.GetUtcNow();
        Backlog backlog;
        try
        {
            // On a thread of its own: a store may wait without giving its thread back.
            backlog = await Task.Run(() => store.BacklogAsync(now, cancellationToken).AsTask(), cancellationToken)
                .WaitAsync(settings.Timeout, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException timeout)
        {
            return new(context.Registration.FailureStatus, $"The store did not answer within {Words.Of(settings.Timeout)}.", timeout);
        }
        catch (StoreUnavailableException unavailable)
        {
            return new(context.Registration.FailureStatus, unavailable.Message, unavailable);
        }

        var effects = StateOf(backlog.OldestEffect, now, settings.EffectsDegradedAfter, settings.EffectsUnhealthyAfter, context);
        var deadlines = StateOf(backlog.OldestDeadline, now, settings.DeadlinesDegradedAfter, settings.DeadlinesUnhealthyAfter, context);
        return new(effects < deadlines ? effects : deadlines, Say(backlog, now, effects, deadlines), null, Data(backlog));
    }

    private static HealthStatus StateOf(DateTimeOffset? oldest, DateTimeOffset now, TimeSpan degraded, TimeSpan unhealthy, HealthCheckContext context) =>
        now - oldest >= unhealthy ? context.Registration.FailureStatus : now - oldest >= degraded ? HealthStatus.Degraded : HealthStatus.Healthy;

    private static string Say(Backlog backlog, DateTimeOffset now, HealthStatus effects, HealthStatus deadlines)
    {
        List<string> sentences = [];
        if (effects != HealthStatus.Healthy)
        {
            sentences.Add(
                $"The oldest of {backlog.Effects} undelivered effects was decided {Age(backlog.OldestEffect, now)} ago: "
                + "look whether dispatchers run, and in the log for the partner, notifier or circulation that fails.");
        }

        if (deadlines != HealthStatus.Healthy)
        {
            sentences.Add(
                $"The oldest of {backlog.Deadlines} deadlines has been due for {Age(backlog.OldestDeadline, now)}: "
                + "look whether a sweeper runs, and in the log for requests that can't be fired.");
        }

        return sentences.Count > 0
            ? string.Join(" ", sentences)
            : $"{backlog.Effects} effects and {backlog.Deadlines} deadlines wait, none for too long.";
    }

    private static Dictionary<string, object> Data(Backlog backlog)
    {
        Dictionary<string, object> data = new(StringComparer.Ordinal) { ["effects"] = backlog.Effects, ["deadlines"] = backlog.Deadlines };
        if (backlog.OldestEffect is { } effect)
        {
            data.Add("oldestEffect", effect);
        }

        if (backlog.OldestDeadline is { } deadline)
        {
            data.Add("oldestDeadline", deadline);
        }

        return data;
    }

    private static string Age(DateTimeOffset? since, DateTimeOffset now) => Words.Rough(now - since!.Value);
}
