using BorrowingWorkflow.Engine;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Hosting.Workers;

/// <summary>Carries effects out until none is due. At a stop the effect in hand is finished, and those that were not begun are handed back.</summary>
internal sealed class DispatchWorker(
    EffectDispatcher dispatcher, IOptions<BorrowingWorkerSettings> settings, TimeProvider clock, ILogger<DispatchWorker> logger)
    : Worker(settings, clock, logger)
{
    protected override int Loops => Settings.Dispatchers;

    protected override async ValueTask<TimeSpan> RunAsync(CancellationToken stopping) =>
        await dispatcher.DispatchAsync(stopping, Interrupt).ConfigureAwait(false) > 0 ? TimeSpan.Zero : Settings.DispatchInterval;
}
