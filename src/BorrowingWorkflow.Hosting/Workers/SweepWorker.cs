using BorrowingWorkflow.Engine;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Hosting.Workers;

/// <summary>Fires deadlines until none is due.</summary>
internal sealed class SweepWorker(
    DeadlineSweeper sweeper, IOptions<BorrowingWorkerSettings> settings, TimeProvider clock, ILogger<SweepWorker> logger)
    : Worker(settings, clock, logger)
{
    protected override async ValueTask<TimeSpan> RunAsync(CancellationToken stopping) =>
        await sweeper.SweepAsync(stopping).ConfigureAwait(false) > 0 ? TimeSpan.Zero : Settings.SweepInterval;
}
