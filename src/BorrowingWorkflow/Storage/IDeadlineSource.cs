using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>The requests whose next deadline has come.</summary>
/// <remarks>Implementations are safe for any number of threads.</remarks>
public interface IDeadlineSource
{
    /// <summary>
    /// Takes requests whose earliest deadline is due, longest due first and then by id, and hides them from other sweepers for a while; a
    /// save of the request ends the lease. The same request may be taken again after that: the sweeper's input is recognised by its
    /// message id.
    /// </summary>
    /// <param name="now">What is due by now, in UTC.</param>
    /// <param name="limit">The most to take, at least 1.</param>
    /// <param name="lease">For how long they are hidden.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is less than 1.</exception>
    ValueTask<IReadOnlyList<RequestId>> LeaseDueAsync(DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default);
}
