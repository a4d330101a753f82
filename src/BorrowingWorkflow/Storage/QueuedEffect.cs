using System.Text.Json.Serialization;
using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Storage;

/// <summary>An effect in the outbox, and how far it is. Moments are in UTC.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Place">Its place in the store's queue: of two that are due since the same moment the lower one goes first.</param>
/// <param name="NotBefore">Not to be carried out before.</param>
public sealed record QueuedEffect(Effect Effect, long Place, DateTimeOffset NotBefore)
{
    /// <summary>How often it was leased.</summary>
    public int Attempts { get; init; }

    /// <summary>Until when it is hidden, or was; null where it was not leased since it was queued or put off.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>When it left the queue; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>True once it was leased, until it is settled or put off: whoever it went to may have carried it out.</summary>
    [JsonIgnore]
    public bool IsUnderWay => SettledAt is null && LeasedUntil is not null;

    /// <summary>True where it may be leased.</summary>
    /// <param name="now">What is due by now, in UTC.</param>
    public bool IsDue(DateTimeOffset now) => SettledAt is null && NotBefore <= now && !(LeasedUntil > now);

    /// <summary>The same, leased once more.</summary>
    /// <param name="until">Until when it is hidden, in UTC.</param>
    public QueuedEffect Lease(DateTimeOffset until) => this with { LeasedUntil = until, Attempts = Attempts + 1 };

    /// <summary>The same after an attempt; as it is where it was settled already, or leased again since.</summary>
    /// <param name="settlement">What became of the attempt.</param>
    public QueuedEffect Settle(EffectSettlement settlement)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        if (SettledAt is not null)
        {
            return this;
        }

        if (settlement.Outcome != EffectOutcome.Retry)
        {
            return this with { LeasedUntil = null, SettledAt = settlement.At };
        }

        return (settlement.Attempt ?? Attempts) == Attempts ? this with { LeasedUntil = null, NotBefore = settlement.RetryAt ?? settlement.At } : this;
    }
}
