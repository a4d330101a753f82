using BorrowingWorkflow.Hosting.Diagnostics;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Hosting.Workers;

/// <summary>Counts what waits, for the metrics. The store is asked only where somebody collects them.</summary>
internal sealed class BacklogWorker(
    IBacklogReader store, IOptions<BorrowingWorkerSettings> settings, TimeProvider clock, ILogger<BacklogWorker> logger)
    : Worker(settings, clock, logger)
{
    protected override async ValueTask<TimeSpan> RunAsync(CancellationToken stopping)
    {
        if (Telemetry.IsCollected)
        {
            var now = Clock.GetUtcNow();
            Telemetry.Waiting(await store.BacklogAsync(now, stopping).ConfigureAwait(false), now);
        }

        return Settings.BacklogInterval;
    }
}
