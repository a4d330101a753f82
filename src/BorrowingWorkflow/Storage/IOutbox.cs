using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Storage;

/// <summary>The effects that wait to be carried out.</summary>
/// <remarks>Implementations are safe for any number of threads.</remarks>
public interface IOutbox
{
    /// <summary>
    /// Takes effects that are due, oldest first and then in the order in which they were saved, and hides them from everybody else for a
    /// while. The lease is durable when this returns. An effect whose lease ran out is leased again: whoever carries it out may meet it
    /// twice.
    /// </summary>
    /// <param name="now">What is due by now, in UTC.</param>
    /// <param name="limit">The most to take, at least 1.</param>
    /// <param name="lease">For how long they are hidden.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is less than 1.</exception>
    ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Records what became of an attempt. An effect that is settled already stays so; an unknown one is no error.</summary>
    ValueTask SettleAsync(EffectSettlement settlement, CancellationToken cancellationToken = default);

    /// <summary>Streams every effect that is not settled, in batches. A batch is valid until the next one.</summary>
    IAsyncEnumerable<IReadOnlyList<PendingEffect>> PendingAsync(CancellationToken cancellationToken = default);

    /// <summary>How many effects there ever were, by name (<see cref="Effect.Name"/>), settled ones included, withdrawn ones not.</summary>
    ValueTask<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken = default);
}
