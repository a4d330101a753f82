using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>Where decisions are read from and written to.</summary>
/// <remarks>Implementations are safe for any number of threads, and for several hosts where they say so.</remarks>
public interface IRequestStore
{
    /// <summary>Reads what a decision needs, as of one moment. A save that was acknowledged before is seen.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The message's key.</param>
    /// <param name="cancellationToken">Ends the wait; nothing is left behind.</param>
    /// <returns>What there is; an unknown request is no error.</returns>
    ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes a decision: all of it or nothing. When it returns, everything is durable. It is not called twice for one decision unless
    /// the first call threw; a conflict says that the first one may have been written.
    /// </summary>
    /// <param name="save">What to write.</param>
    /// <param name="cancellationToken">Ends the wait before the write begins; a write that has begun is finished.</param>
    /// <exception cref="ConcurrencyConflictException">
    /// The store has another revision, a message under this key, or a withdrawn send that has been leased. Nothing was written.
    /// </exception>
    ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default);
}
