using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>Tells which temporary items the local catalogue holds; what the item detectors compare with.</summary>
/// <remarks>Implementations are safe for any number of threads. Reading changes nothing.</remarks>
public interface IItemSource
{
    /// <summary>The temporary items of the requests, several a request where there are; a request without one is left out.</summary>
    /// <param name="requests">At most a thousand ids.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    ValueTask<ILookup<RequestId, ProcessType>> FindAsync(IReadOnlyCollection<RequestId> requests, CancellationToken cancellationToken = default);
}
