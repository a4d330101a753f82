using System.Text.Json.Serialization;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>
/// All that is stored of one request, as one value that never changes. For stores that keep a document, a file or a grain's state for each
/// request: writing one document is writing a save, and is atomic where the medium replaces documents whole.
/// </summary>
/// <remarks>Safe for any number of threads. <see cref="BorrowingRequestJson"/> writes and reads it.</remarks>
public sealed record RequestDocument
{
    /// <summary>The request.</summary>
    public required BorrowingRequest Request { get; init; }

    /// <summary>Every input, oldest first.</summary>
    public IReadOnlyList<KeyedEvent> Events { get; init; } = [];

    /// <summary>Every effect but those that were withdrawn, in the order in which they were queued.</summary>
    public IReadOnlyList<QueuedEffect> Effects { get; init; } = [];

    /// <summary>Until when the request is hidden from sweepers, in UTC; null where it was not leased since it was saved.</summary>
    public DateTimeOffset? SweptUntil { get; init; }

    /// <summary>The effects that are not settled.</summary>
    [JsonIgnore]
    public IEnumerable<QueuedEffect> Waiting => Effects.Where(effect => effect.SettledAt is null);

    /// <summary>The document after a save.</summary>
    /// <param name="save">The save. Of what it withdraws and settles, only this request's effects are looked at: a decision names no others.</param>
    /// <param name="before">The document before; null where the store has none.</param>
    /// <param name="place">The place of the first new effect in the store's queue; the others follow.</param>
    /// <exception cref="ArgumentException">The parts of the save don't belong together.</exception>
    /// <exception cref="ConcurrencyConflictException">
    /// The document has another revision, a message under the save's key, an effect of the same id, or a withdrawn send that has been leased.
    /// </exception>
    public static RequestDocument After(RequestSave save, RequestDocument? before, long place)
    {
        SaveRules.Check(save);
        var (events, effects) = (before?.Events ?? [], before?.Effects ?? []);
        if ((before?.Request.Revision ?? 0) != save.Expected.Revision
            || Find(events, save.Key) is not null
            || effects.Any(queued => save.Effects.Any(effect => effect.Id == queued.Effect.Id))
            || effects.Any(queued => IsWithdrawn(queued, save) && queued.IsUnderWay))
        {
            throw new ConcurrencyConflictException(save.Request.Id, save.Expected, before?.Request.Revision ?? 0);
        }

        if (save.ErasesPatronData)
        {
            events = [.. events.Select(one => one with { Event = SaveRules.WithoutPatronData(one.Event) })];
            effects = [.. effects.Select(one => one with { Effect = SaveRules.WithoutPatronData(one.Effect) })];
        }

        var added = save.Effects.Select(effect => new QueuedEffect(effect, place++, effect.NotBefore)
        {
            SettledAt = SaveRules.IsDoneAtOnce(save, effect) ? effect.At : null,
        });
        return new()
        {
            Request = save.Request,
            Events = [.. events, new(save.Event, save.Key.Sender, save.Key.MessageId)],
            Effects = [.. effects.Where(queued => !IsWithdrawn(queued, save)).Concat(added).Select(queued => Settled(queued, save))],
        };
    }

    /// <summary>What a decision needs.</summary>
    /// <param name="document">The document; null where the store has none.</param>
    /// <param name="key">The message's key.</param>
    public static LoadedRequest Load(RequestDocument? document, MessageKey key) => document is null
        ? new(null, null, [])
        : new(
            document.Request,
            Find(document.Events, key),
            [.. document.Waiting.Where(queued => queued.Effect.IsSend)
                .Select(queued => new OpenSend(queued.Effect.Id, queued.Effect.Entry ?? -1, queued.IsUnderWay))]);

    /// <summary>The document with an effect of its own replaced: leased, or settled.</summary>
    /// <param name="changed">What takes the place of the effect with its id.</param>
    public RequestDocument With(QueuedEffect changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return this with { Effects = [.. Effects.Select(queued => queued.Effect.Id == changed.Effect.Id ? changed : queued)] };
    }

    private static HistoryEvent? Find(IReadOnlyList<KeyedEvent> events, MessageKey key) =>
        events.FirstOrDefault(one => one.Sender == key.Sender && one.MessageId == key.MessageId)?.Event;

    private static bool IsWithdrawn(QueuedEffect queued, RequestSave save) => queued.SettledAt is null && save.Withdrawn.Contains(queued.Effect.Id);

    private static QueuedEffect Settled(QueuedEffect queued, RequestSave save) =>
        save.Settled.Where(settlement => settlement.Effect == queued.Effect.Id).Aggregate(queued, (one, settlement) => one.Settle(settlement));
}
