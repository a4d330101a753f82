namespace BorrowingWorkflow.AspNetCore.Authentication;

/// <summary>Recognises peers by what they show. A host registers its own to keep secrets elsewhere than in options.</summary>
/// <remarks>
/// Implementations are safe for any number of threads, compare secrets in a time that does not tell how much of them is right, and log none.
/// Asked for every message; changes nothing, so it may be asked twice. An exception makes the request fail with status 500, so that the peer
/// sends its message again.
/// </remarks>
public interface IPeerSecrets
{
    /// <summary>The codes of the partners that the bearer of a proof may speak for; none where it is not recognised.</summary>
    /// <param name="proof">What the peer shows.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    ValueTask<IReadOnlyCollection<string>> PartnersOfAsync(PeerProof proof, CancellationToken cancellationToken = default);
}
