using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>
/// A transport to partners that follow scripts: messages arrive, fail, stay unknown, come late or break the line, and partners reply. It
/// records every call, and what each partner has.
/// </summary>
/// <remarks>
/// Safe for any number of threads. Partners recognise a repetition by <see cref="Effect.RepeatOf"/>. Nothing waits: what comes later comes
/// when the clock has moved and somebody asks or takes the replies, as <see cref="BorrowingWorld"/> does.
/// </remarks>
/// <param name="clock">The clock of delays; null for the system's.</param>
public sealed class ScriptedTransport(TimeProvider? clock = null) : IPartnerTransport
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Dictionary<string, PartnerScript> _partners = new(StringComparer.Ordinal);
    private readonly List<TransportCall> _calls = [];
    private readonly List<(Effect Effect, string Partner, DateTimeOffset At)> _arrivals = [];
    private readonly HashSet<(string Partner, string Id)> _known = [];
    private readonly Dictionary<(RequestId Request, string Partner), DateTimeOffset> _held = [];
    private readonly PriorityQueue<WorkflowInput, (DateTimeOffset At, int Order)> _replies = new();
    private int _order;

    /// <summary>Every call, oldest first, repetitions included.</summary>
    public IReadOnlyList<TransportCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>When the next reply is due, in UTC; null where none is to come.</summary>
    public DateTimeOffset? NextReply
    {
        get
        {
            lock (_lock)
            {
                return _replies.TryPeek(out _, out var next) ? next.At : null;
            }
        }
    }

    /// <summary>The script of a partner.</summary>
    /// <param name="partner">The partner's code.</param>
    public PartnerScript For(string partner)
    {
        ArgumentException.ThrowIfNullOrEmpty(partner);
        lock (_lock)
        {
            if (!_partners.TryGetValue(partner, out var script))
            {
                _partners.Add(partner, script = new());
            }

            return script;
        }
    }

    /// <summary>What has arrived at a partner by now, oldest first, repetitions included; questions are not among it.</summary>
    /// <param name="partner">The partner's code.</param>
    public IReadOnlyList<Effect> ReceivedBy(string partner)
    {
        var now = _clock.GetUtcNow();
        lock (_lock)
        {
            return [.. _arrivals.Where(arrival => arrival.Partner == partner && arrival.At <= now).OrderBy(arrival => arrival.At).Select(arrival => arrival.Effect)];
        }
    }

    /// <summary>Takes the replies that are due, each once, oldest first: messages for <see cref="IBorrowingWorkflow.ReceiveAsync"/>.</summary>
    public IReadOnlyList<WorkflowInput> TakeReplies()
    {
        var (now, due) = (_clock.GetUtcNow(), new List<WorkflowInput>());
        lock (_lock)
        {
            while (_replies.TryPeek(out var reply, out var next) && next.At <= now)
            {
                _replies.Dequeue();
                due.Add(reply);
            }
        }

        return due;
    }

    /// <inheritdoc/>
    public ValueTask<Delivery> SendRequestAsync(PartnerSend send, CancellationToken cancellationToken = default) =>
        Send(TransportCallKind.Request, send, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Delivery> SendMessageAsync(PartnerSend send, CancellationToken cancellationToken = default) =>
        Send(TransportCallKind.Message, send, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Delivery> AskAsync(PartnerSend send, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(send);
        cancellationToken.ThrowIfCancellationRequested();
        var now = _clock.GetUtcNow();
        lock (_lock)
        {
            return Record(TransportCallKind.Question, send, now, For(send.Partner.Code).OnQuestion.Next() ?? Known(send, now));
        }
    }

    /// <summary>The partner has the request by other ways than this transport.</summary>
    internal void Hold(RequestId request, string partner)
    {
        lock (_lock)
        {
            _held[(request, partner)] = DateTimeOffset.MinValue;
        }
    }

    private ScriptedDelivery Known(PartnerSend send, DateTimeOffset now) =>
        _held.TryGetValue((send.Request.Id, send.Partner.Code), out var since)
            ? new(since <= now ? Delivery.Delivered : Delivery.Unknown, null)
            : new(Delivery.NotDelivered, null);

    private ValueTask<Delivery> Send(TransportCallKind kind, PartnerSend send, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(send);
        cancellationToken.ThrowIfCancellationRequested();
        var (now, partner) = (_clock.GetUtcNow(), send.Partner.Code);
        lock (_lock)
        {
            var script = For(partner).On(kind == TransportCallKind.Request ? EffectKind.SendRequest : send.Effect.Kind);
            var fate = script.Next() ?? ScriptedDelivery.Delivered;
            if (fate.ArrivesAfter is { } after)
            {
                Arrive(kind, send, script, now + after);
            }

            return Record(kind, send, now, fate);
        }
    }

    private void Arrive(TransportCallKind kind, PartnerSend send, MessageScript script, DateTimeOffset at)
    {
        var (effect, partner) = (send.Effect, send.Partner.Code);
        _arrivals.Add((effect, partner, at));
        if (kind == TransportCallKind.Request)
        {
            _held[(send.Request.Id, partner)] = _held.TryGetValue((send.Request.Id, partner), out var since) && since < at ? since : at;
        }

        if (!_known.Add((partner, effect.RepeatOf ?? effect.Id)))
        {
            return;
        }

        foreach (var reply in script.ReplyList)
        {
            _order++;
            _replies.Enqueue(
                new()
                {
                    Request = send.Request.Id,
                    Trigger = reply.Trigger,
                    By = Actor.Partner,
                    Partner = partner,
                    MessageId = $"reply/{effect.Id}/{_order}",
                    Data = reply.Data ?? new(),
                },
                (at + reply.After, _order));
        }
    }

    private ValueTask<Delivery> Record(TransportCallKind kind, PartnerSend send, DateTimeOffset now, ScriptedDelivery fate)
    {
        _calls.Add(new(kind, send.Effect, send.Partner.Code, now, fate.Answer));
        return fate.Answer is { } answer ? new(answer) : ValueTask.FromException<Delivery>(fate.Throws!());
    }
}
