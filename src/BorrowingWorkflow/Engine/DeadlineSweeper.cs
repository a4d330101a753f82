using BorrowingWorkflow.Diagnostics;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Engine;

/// <summary>Fires what is due: partners' expiry, unanswered cancellations, holds, due dates, retention.</summary>
/// <remarks>Safe for any number of threads and hosts: a request is leased by one sweeper at a time, and a deadline that fell meanwhile does nothing.</remarks>
public sealed class DeadlineSweeper
{
    private readonly BorrowingEngine _engine;
    private readonly IDeadlineSource _deadlines;
    private readonly DispatchSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    internal DeadlineSweeper(
        BorrowingEngine engine, IDeadlineSource deadlines, DispatchSettings settings, TimeProvider clock, ILogger<DeadlineSweeper> logger)
    {
        _engine = engine;
        _deadlines = deadlines;
        _settings = settings;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Takes a batch of requests with a deadline that is due, longest due first, and fires it.</summary>
    /// <param name="cancellationToken">Ends the batch between two requests.</param>
    /// <returns>How many requests were taken; 0 where nothing was due.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of the <see cref="DispatchSettings"/> can't be kept.</exception>
    public async ValueTask<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var settings = _settings.Validated();
        var due = await _deadlines.LeaseDueAsync(_clock.GetUtcNow(), settings.BatchSize, settings.Lease, cancellationToken).ConfigureAwait(false);
        foreach (var request in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await _engine.FireDueAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One request that can't be read or saved must not keep the others from their deadlines; its lease runs out.
                _logger.DeadlineFailed(exception, request.Value);
            }
        }

        return due.Count;
    }
}
