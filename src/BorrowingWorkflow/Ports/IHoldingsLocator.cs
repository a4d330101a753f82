using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>Finds out which partners hold what is asked for.</summary>
/// <remarks>Implementations are safe for any number of threads. May be called again for the same request after an interruption.</remarks>
public interface IHoldingsLocator
{
    /// <summary>Which of the partners hold it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="partners">The codes of the partners to look at.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>The holdings found; a partner without one is left out. An exception counts as an interruption, which is tried again.</returns>
    ValueTask<IReadOnlyList<Holding>> LocateAsync(BorrowingRequest request, IReadOnlyList<string> partners, CancellationToken cancellationToken = default);
}
