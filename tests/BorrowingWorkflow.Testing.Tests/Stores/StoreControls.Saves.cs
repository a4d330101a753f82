using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Tests.Controls;
using static BorrowingWorkflow.Testing.Tests.Stores.StoreDefects;

namespace BorrowingWorkflow.Testing.Tests.Stores;

internal static partial class StoreControls
{
    private static IEnumerable<NegativeControl> OfSaves() =>
    [
        Of(1, "It loads an empty request where there is none", "a request that is not there loads as", store => new AlteredStore(store)
        {
            Load = async (inner, key) => await inner.LoadAsync(key.Request, key) is { Request: null } none ? none with { Request = new() { Id = key.Request } } : throw new NotSupportedException(),
        }),
        Of(2, "It cuts moments to seconds", "the request that is loaded: from character", store => Snapshot(
            store, request => request.EnteredAt = request.EnteredAt.AddTicks(-(request.EnteredAt.Ticks % TimeSpan.TicksPerSecond)))),
        Of(3, "It merges a snapshot into the one before", "the request that is loaded: from character", store => new AlteredStore(store)
        {
            Save = async (inner, save, token) =>
            {
                var merged = save.Request.Copy();
                merged.Assignee ??= (await inner.FindAsync(merged.Id, token))?.Assignee;
                await inner.SaveAsync(save with { Request = merged }, token);
            },
        }),
        Of(4, "It keeps empty text as none", "the request that is loaded: from character", store => Snapshot(
            store, request => request.Pickup = request.Pickup is "" ? null : request.Pickup)),
        Of(5, "It knows no date before 1753", "1753-01-01", store => Snapshot(
            store, request => request.EnteredAt = request.EnteredAt.Year < 1753 ? new(1753, 1, 1, 0, 0, 0, TimeSpan.Zero) : request.EnteredAt)),
        Of(6, "Its history leaves out what changed nothing", "the history: from character", store => new AlteredStore(store)
        {
            History = async (inner, id) => [.. (await inner.HistoryAsync(id)).Where(item => item.Verdict == Verdict.Applied)],
        }),
        Of(7, "It reads the sends a moment before the request", "the open sends that are loaded with revision", ReadsSendsBefore),
        Of(8, "It cuts text at NUL", "the request with \"a\\u0000b\": from character", store => Snapshot(
            store, request => request.Assignee = request.Assignee?.Split('\0')[0])),
        Of(9, "It finds messages whatever the case of their ids", "is found under (\"Sender\"", store => new AlteredStore(store)
        {
            Load = (inner, key) => inner.LoadAsync(key.Request, key with { MessageId = key.MessageId.ToLowerInvariant() }),
        }),
        Of(10, "It settles effects whatever the case of their ids", "the effects that are left when \"e\" is settled", store => new AlteredStore(store)
        {
            Settle = async (inner, settlement) =>
            {
                await inner.SettleAsync(settlement);
                await inner.SettleAsync(settlement with { Effect = settlement.Effect.ToUpperInvariant() });
            },
        }),
        Of(11, "Its desk log knows Latin-1 only", "the runs: expected", store => new AlteredStore(store)
        {
            Record = (inner, run) => inner.RecordAsync(run with { By = string.Concat(run.By.Select(c => c < 256 ? c : '?')) }),
        }),
        Of(12, "It takes a second new request for a repetition of the first", "a second save of a new request: expected ConcurrencyConflictException, but the call returned", store =>
            OnConflict(store, (_, save, conflict) => save.Expected.IsNew ? ValueTask.CompletedTask : throw conflict)),
        Of(13, "The last save wins, whatever it was based on", "a save on revision 1 of 4: expected ConcurrencyConflictException, but the call returned", LastSaveWins),
        Of(14, "It accepts a revision that is still to come", "a save on revision 1 of a request that is not there: expected ConcurrencyConflictException, but the call returned", store =>
            OnConflict(store, (_, save, conflict) => save.Expected.Revision > conflict.Actual ? ValueTask.CompletedTask : throw conflict)),
        Of(15, "It does not look whether the parts belong together", "do not belong together (0): expected ArgumentException, but the call returned", store => new AlteredStore(store)
        {
            Save = (inner, save, token) => save is { Expected.Revision: 3 } ? ValueTask.CompletedTask : inner.SaveAsync(save, token),
        }),
        Of(16, "It forgets the verdict", "the first verdict, after the message came again: expected something, got nothing", store => new AlteredStore(store)
        {
            Load = async (inner, key) => await inner.LoadAsync(key.Request, key) with { FirstVerdict = null },
        }),
        Of(17, "It joins sender and message id to one text", "it ended in ConcurrencyConflictException", store => new AlteredStore(store)
        {
            Save = (inner, save, token) => inner.SaveAsync(save with { Key = Joined(save.Key) }, token),
            Load = (inner, key) => inner.LoadAsync(key.Request, Joined(key)),
        }),
        Of(18, "It leaves out an effect whose id is taken", "a save with the id of an effect that is queued: expected ConcurrencyConflictException, but the call returned", store =>
            OnConflict(store, (inner, save, _) => inner.SaveAsync(save with { Effects = [] }))),
        Of(19, "It writes the request before it writes the outbox", "the store after a save that failed at \"the request\": from character", () => new(Everything)
        {
            BeforeFailing = (data, save) => data.SaveAsync(save with { Effects = [], Settled = [] }),
        }),
        Of(20, "It settles effects before it writes the rest", "the store after a save that failed at \"the request\": from character", () => new(Everything)
        {
            BeforeFailing = async (data, save) =>
            {
                foreach (var settlement in save.Settled)
                {
                    await data.SettleAsync(settlement);
                }
            },
        }),
        Of(21, "It erases the history before it looks for conflicts", "the store after the conflict of a save whose last effect has an id that is taken: from character", store =>
        {
            HashSet<RequestId> erased = [];
            return new AlteredStore(store)
            {
                Save = (inner, save, token) =>
                {
                    _ = save.ErasesPatronData && erased.Add(save.Request.Id);
                    return inner.SaveAsync(save, token);
                },
                History = async (inner, id) => [.. (await inner.HistoryAsync(id)).Select(item => erased.Contains(id) ? SaveRules.WithoutPatronData(item) : item)],
            };
        }),
        Of(22, "Its harness says that it breaks saves off, and does not", "no save fails at \"the request\"", () => new(Everything) { BreaksNothing = true }),
    ];

    private static MessageKey Joined(MessageKey key) => key with { Sender = "", MessageId = key.Sender + key.MessageId };
}
