namespace BorrowingWorkflow.Storage;

/// <summary>What waits to be done: for health checks, alarms and gauges.</summary>
/// <remarks>Implementations are safe for any number of threads.</remarks>
public interface IBacklogReader
{
    /// <summary>How much waits, and since when. Costs no more than what waits, however many requests are stored.</summary>
    /// <param name="now">What is due by now, in UTC.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<Backlog> BacklogAsync(DateTimeOffset now, CancellationToken cancellationToken = default);
}
