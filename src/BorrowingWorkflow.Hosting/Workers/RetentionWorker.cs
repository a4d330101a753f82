using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Hosting.Diagnostics;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Hosting.Workers;

/// <summary>
/// Purges final requests whose retention period is over and that no deadline reminds of: imported, completed before the period was set,
/// or completed when it was longer (FI-6). What has a deadline that is due is the sweeper's.
/// </summary>
internal sealed class RetentionWorker(
    IBorrowingWorkflow workflow,
    IRequestReader reader,
    BorrowingOptions options,
    IOptions<BorrowingWorkerSettings> settings,
    TimeProvider clock,
    ILogger<RetentionWorker> logger)
    : Worker(settings, clock, logger)
{
    private const int PageSize = 200;

    private static readonly StatusSet Kept = StatusGroups.Final - [BorrowingStatus.Deleted];

    protected override async ValueTask<TimeSpan> RunAsync(CancellationToken stopping)
    {
        var now = Clock.GetUtcNow();
        if (options.Retention is { } retention && retention < now - DateTimeOffset.MinValue)
        {
            await PurgeAsync(now, retention, stopping).ConfigureAwait(false);
        }

        return Settings.RetentionInterval;
    }

    private async ValueTask PurgeAsync(DateTimeOffset now, TimeSpan retention, CancellationToken stopping)
    {
        var query = new RequestQuery { Statuses = Kept, EnteredBefore = now - retention };
        var (purged, tried) = (0, 0);
        string? after = null;
        do
        {
            var page = await reader.ListAsync(query, PageSize, after, stopping).ConfigureAwait(false);
            foreach (var request in page.Requests.Where(request => !(request.NextDeadline <= now)).Take(Settings.RetentionBatch - tried))
            {
                tried++;
                purged += await TryPurgeAsync(request, retention, stopping).ConfigureAwait(false) ? 1 : 0;
            }

            after = page.Next;
        }
        while (after is not null && tried < Settings.RetentionBatch);

        if (purged > 0)
        {
            Logger.Purged(purged);
        }
    }

    private async ValueTask<bool> TryPurgeAsync(RequestSummary request, TimeSpan retention, CancellationToken stopping)
    {
        var purge = new WorkflowInput
        {
            Request = request.Id,
            Trigger = Trigger.Purge,
            By = Actor.System,
            // The same end of the same request under the same period is one message, whichever host sends it.
            MessageId = string.Create(null, $"retention/{request.EnteredAt.UtcTicks}/{retention.Ticks}"),
        };
        try
        {
            return (await workflow.ExecuteAsync(purge, stopping).ConfigureAwait(false)).IsApplied;
        }
        catch (Exception exception) when (exception is not StoreUnavailableException && !stopping.IsCancellationRequested)
        {
            // One request that can't be read or saved must not keep the others' patrons in the store.
            Logger.PurgeFailed(exception, request.Id.Value);
            return false;
        }
    }
}
