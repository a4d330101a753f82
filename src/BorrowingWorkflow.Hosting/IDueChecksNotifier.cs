namespace BorrowingWorkflow.Hosting;

/// <summary>Tells a library's desk which checks are due, such as by mail. A host may register one; without it the log alone tells.</summary>
/// <remarks>
/// Implementations are safe for any number of threads. The call may come twice for one day: after a crash, or where two hosts look at the
/// same moment. <see cref="DueChecks.Key"/> is then the same. What is told must be on its way when the call returns; a call that throws is
/// made again.
/// </remarks>
public interface IDueChecksNotifier
{
    /// <summary>Tells the desk.</summary>
    /// <param name="due">What is due; no patron data.</param>
    /// <param name="cancellationToken">Ends the wait; the host is stopping.</param>
    ValueTask NotifyAsync(DueChecks due, CancellationToken cancellationToken = default);
}
