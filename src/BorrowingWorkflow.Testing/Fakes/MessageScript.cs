using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>
/// What becomes of one kind of message to one partner: a row of fates, used up in their order, and what the partner replies. When the row is
/// used up, messages arrive and are confirmed; a question is answered by what arrived.
/// </summary>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class MessageScript
{
    private readonly Lock _lock = new();
    private readonly Queue<(ScriptedDelivery Fate, int Times)> _fates = new();
    private readonly List<ScriptedReply> _replies = [];
    private int _used;

    internal MessageScript()
    {
    }

    /// <summary>The next ones arrive and are confirmed; a question is answered with yes.</summary>
    /// <param name="times">How many; <see cref="int.MaxValue"/> for all.</param>
    public MessageScript Arrives(int times = 1) => Add(ScriptedDelivery.Delivered, times);

    /// <summary>The next ones certainly do not arrive; a question is answered with no.</summary>
    /// <param name="times">How many; <see cref="int.MaxValue"/> for all.</param>
    public MessageScript Fails(int times = 1) => Add(new(Delivery.NotDelivered, null), times);

    /// <summary>Of the next ones nothing is known.</summary>
    /// <param name="arrives">True where they do arrive, and only the confirmation is lost.</param>
    /// <param name="times">How many; <see cref="int.MaxValue"/> for all.</param>
    public MessageScript StaysUnknown(bool arrives = true, int times = 1) => Add(new(Delivery.Unknown, arrives ? TimeSpan.Zero : null), times);

    /// <summary>Of the next ones nothing is known, and they arrive after a while; a question before that gets no answer yet.</summary>
    /// <param name="after">How much later, by the transport's clock.</param>
    /// <param name="times">How many; <see cref="int.MaxValue"/> for all.</param>
    public MessageScript ArrivesLater(TimeSpan after, int times = 1) => Add(new(Delivery.Unknown, after), times);

    /// <summary>The next calls throw.</summary>
    /// <param name="exception">Makes what is thrown; null for an <see cref="IOException"/>.</param>
    /// <param name="arrives">True where the message arrives all the same.</param>
    /// <param name="times">How many; <see cref="int.MaxValue"/> for all.</param>
    public MessageScript Throws(Func<Exception>? exception = null, bool arrives = false, int times = 1) =>
        Add(new(null, arrives ? TimeSpan.Zero : null, exception ?? (static () => new IOException("The line broke, as the script says."))), times);

    /// <summary>Each one that arrives is replied to, once however often it is repeated.</summary>
    /// <param name="trigger">What the partner says.</param>
    /// <param name="after">How long after the arrival, by the transport's clock.</param>
    /// <param name="data">What the reply brings along.</param>
    public MessageScript Replies(Trigger trigger, TimeSpan after = default, InputData? data = null)
    {
        lock (_lock)
        {
            _replies.Add(new(trigger, after, data));
        }

        return this;
    }

    /// <summary>Takes back what is left of the row, and the replies; messages arrive and are confirmed again.</summary>
    public MessageScript Clear()
    {
        lock (_lock)
        {
            _fates.Clear();
            _replies.Clear();
            _used = 0;
        }

        return this;
    }

    internal IReadOnlyList<ScriptedReply> ReplyList
    {
        get
        {
            lock (_lock)
            {
                return [.. _replies];
            }
        }
    }

    /// <summary>What becomes of the next one; null where the row is used up.</summary>
    internal ScriptedDelivery? Next()
    {
        lock (_lock)
        {
            if (!_fates.TryPeek(out var next))
            {
                return null;
            }

            if (next.Times != int.MaxValue && ++_used == next.Times)
            {
                _fates.Dequeue();
                _used = 0;
            }

            return next.Fate;
        }
    }

    private MessageScript Add(ScriptedDelivery fate, int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_lock)
        {
            _fates.Enqueue((fate, times));
        }

        return this;
    }
}
