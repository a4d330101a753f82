using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Peers;

/// <summary>Knows how partners are reached, and who writes. Asked for every message, so answers should come from memory.</summary>
/// <remarks>Implementations are safe for any number of threads. May be called any number of times; it changes nothing.</remarks>
public interface IPeerDirectory
{
    /// <summary>The peer of a partner, or null where the partner is not reached over ISO 18626.</summary>
    /// <param name="partner">The partner's code.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    ValueTask<Peer?> FindAsync(string partner, CancellationToken cancellationToken = default);

    /// <summary>The peer that a header names, or null where nobody is called so.</summary>
    /// <param name="agency">The agency id of the header.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    ValueTask<Peer?> FindAsync(AgencyId agency, CancellationToken cancellationToken = default);
}
