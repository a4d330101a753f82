using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>Where requests are looked up. Reading never waits for a writer and never stops one.</summary>
/// <remarks>Implementations are safe for any number of threads. A save that was acknowledged before a call is seen by it.</remarks>
public interface IRequestReader
{
    /// <summary>The request, or null where there is none.</summary>
    ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default);

    /// <summary>Every input of the request, oldest first; empty where there is no request.</summary>
    ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default);

    /// <summary>A page of a list, by index. Requests that change meanwhile may move between pages; none is left out that does not change.</summary>
    /// <param name="query">Which requests, in which order.</param>
    /// <param name="limit">The most on a page, at least 1.</param>
    /// <param name="after">Where the page before ended (<see cref="RequestPage.Next"/>); null for the first page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is less than 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="after"/> is not where a page ended.</exception>
    ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default);

    /// <summary>Streams requests in batches, in no order, in memory that does not grow with their number. A batch is valid until the next one.</summary>
    IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(ScanScope scope, CancellationToken cancellationToken = default);
}
