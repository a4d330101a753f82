using System.Collections.Frozen;

namespace BorrowingWorkflow.Iso18626.Receiving;

/// <summary>Who delivered a message, as far as that was proved. Immutable.</summary>
public sealed class PeerIdentity
{
    private readonly FrozenSet<string>? _partners;

    private PeerIdentity(FrozenSet<string>? partners) => _partners = partners;

    /// <summary>
    /// Nobody in particular: what a message's header says of its sender is believed. For networks in which nobody else can send.
    /// </summary>
    public static PeerIdentity Anonymous { get; } = new(null);

    /// <summary>A sender that has proved that it is a partner, or several of them, as a broker is.</summary>
    /// <param name="partners">The partners' codes, compared ordinally; none: a sender that may speak for nobody.</param>
    public static PeerIdentity Of(params IEnumerable<string> partners)
    {
        ArgumentNullException.ThrowIfNull(partners);
        return new(partners.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>True where the sender may speak for the partner.</summary>
    /// <param name="partner">The partner's code.</param>
    public bool SpeaksFor(string partner) => _partners is null || _partners.Contains(partner);

    /// <summary>The partners' codes; no secret.</summary>
    public override string ToString() => _partners is null ? "(anonymous)" : string.Join(", ", _partners.Order(StringComparer.Ordinal));
}
