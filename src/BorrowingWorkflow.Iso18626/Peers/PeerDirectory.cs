using System.Collections.Frozen;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Peers;

/// <summary>Peers from a list that does not change. Safe for any number of threads.</summary>
public sealed class PeerDirectory : IPeerDirectory
{
    private readonly FrozenDictionary<string, Peer> _byPartner;
    private readonly FrozenDictionary<(string Type, string Value), Peer> _byAgency;

    /// <summary>A directory of these peers.</summary>
    /// <exception cref="ArgumentException">Two of them have the same partner's code or the same agency id.</exception>
    public PeerDirectory(IEnumerable<Peer> peers)
    {
        ArgumentNullException.ThrowIfNull(peers);
        Dictionary<string, Peer> byPartner = new(StringComparer.Ordinal);
        Dictionary<(string, string), Peer> byAgency = [];
        foreach (var peer in peers)
        {
            if (!byPartner.TryAdd(peer.Partner, peer))
            {
                throw new ArgumentException($"Two peers have the partner's code {peer.Partner}. Give each partner one peer.", nameof(peers));
            }

            if (!byAgency.TryAdd(peer.Agency.Symbol, peer))
            {
                var other = byAgency[peer.Agency.Symbol].Partner;
                throw new ArgumentException(
                    $"{other} and {peer.Partner} have the same agency id {peer.Agency.Words}. Who writes could not be told.",
                    nameof(peers));
            }
        }

        _byPartner = byPartner.ToFrozenDictionary(StringComparer.Ordinal);
        _byAgency = byAgency.ToFrozenDictionary();
    }

    /// <inheritdoc/>
    public ValueTask<Peer?> FindAsync(string partner, CancellationToken cancellationToken = default) => new(_byPartner.GetValueOrDefault(partner));

    /// <inheritdoc/>
    public ValueTask<Peer?> FindAsync(AgencyId agency, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(agency);
        return new(_byAgency.GetValueOrDefault(agency.Symbol));
    }
}
