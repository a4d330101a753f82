using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Peers;

/// <summary>A partner as it is reached over ISO 18626: where it listens, what it is called, which version and dialect it speaks.</summary>
/// <remarks>Immutable. Holds secrets, so it says nothing of them in <see cref="ToString"/>.</remarks>
public sealed record Peer
{
    /// <summary>The partner's code in the partner directory, compared ordinally.</summary>
    public required string Partner { get; init; }

    /// <summary>The partner's agency id: what it is called in the headers of messages. Compared ordinally, kind and symbol.</summary>
    public required AgencyId Agency { get; init; }

    /// <summary>Where the partner takes messages: http or https, absolute.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The version that messages to the partner are written in.</summary>
    /// <value>1.2, which most systems read.</value>
    public Iso18626Version Version { get; init; }

    /// <summary>What the partner's system does otherwise than the standard says.</summary>
    /// <value>Nothing: <see cref="Dialect.Standard"/>.</value>
    public Dialect Dialect { get; init; } = Dialect.Standard;

    /// <summary>How this side proves to the partner who it is.</summary>
    /// <value>Not at all.</value>
    public PeerCredentials Credentials { get; init; } = PeerCredentials.None;

    /// <summary>How long one message may take, answer included.</summary>
    /// <value>30 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 1 millisecond to 1 day.</exception>
    public TimeSpan Timeout
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMilliseconds(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1));
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// True where the partner confirms a StatusRequest with OK only if it has the request, as the standard says; the confirmation answers the
    /// question then. False where it confirms whatever it can read: its StatusRequestResponse is waited for.
    /// </summary>
    /// <value>True.</value>
    public bool ConfirmsOnlyKnownRequests { get; init; } = true;

    /// <summary>The partner's code; no secret.</summary>
    public override string ToString() => $"Peer {Partner}";
}
