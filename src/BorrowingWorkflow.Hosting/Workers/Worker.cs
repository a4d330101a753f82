using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Hosting.Diagnostics;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Hosting.Workers;

/// <summary>Runs again and again until the host stops: at once while there is more to do, after a rest where there is not, later and later while it fails.</summary>
internal abstract class Worker(IOptions<BorrowingWorkerSettings> settings, TimeProvider clock, ILogger logger) : BackgroundService
{
    private readonly CancellationTokenSource _interrupt = new(Timeout.InfiniteTimeSpan, clock);

    protected BorrowingWorkerSettings Settings { get; } = settings.Value;

    protected TimeProvider Clock { get; } = clock;

    protected ILogger Logger { get; } = logger;

    /// <summary>Cancelled when a stop has taken too long: what is in hand is given up.</summary>
    protected CancellationToken Interrupt => _interrupt.Token;

    /// <summary>How many loops run side by side.</summary>
    protected virtual int Loops => 1;

    private string Name => GetType().Name;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _interrupt.CancelAfter(Settings.StopTimeout);
        var hurry = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _interrupt);
        await using (hurry.ConfigureAwait(false))
        {
            await base.StopAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _interrupt.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Does what there is to do.</summary>
    /// <returns>How long to rest; zero where there may be more.</returns>
    protected abstract ValueTask<TimeSpan> RunAsync(CancellationToken stopping);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Logger.Started(Name);
        await Task.WhenAll(Enumerable.Range(0, Loops).Select(_ => LoopAsync(stoppingToken))).ConfigureAwait(false);
        Logger.Stopped(Name);
    }

    private async Task LoopAsync(CancellationToken stopping)
    {
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            TimeSpan rest;
            try
            {
                rest = await RunAsync(stopping).ConfigureAwait(false);
                if (failures > 0)
                {
                    Logger.WorksAgain(Name, failures);
                    failures = 0;
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                rest = Backoff.After(++failures, Settings.FirstRetry, Settings.LongestRetry);
                if (exception is StoreUnavailableException)
                {
                    Logger.StoreUnavailable(exception, Name, failures, rest);
                }
                else
                {
                    Logger.RunFailed(exception, Name, failures, rest);
                }
            }

            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, Clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
