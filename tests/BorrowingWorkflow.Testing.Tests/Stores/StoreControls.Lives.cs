using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Tests.Controls;
using static BorrowingWorkflow.Testing.Tests.Stores.StoreDefects;

namespace BorrowingWorkflow.Testing.Tests.Stores;

internal static partial class StoreControls
{
    private static IEnumerable<NegativeControl> OfLives() =>
    [
        Of(51, "It keeps one run of a check, whatever the library", "the latest runs: expected", store => new AlteredStore(store)
        {
            LatestRuns = async inner => [.. (await inner.LatestRunsAsync()).GroupBy(run => run.Check).Select(runs => runs.MaxBy(run => run.At)!)],
        }),
        Of(52, "It holds a dismissal a tick too long", "the dismissals that hold at the moment when one ends: expected", store => new AlteredStore(store)
        {
            Dismissals = (inner, now) => inner.DismissalsAsync(now.AddTicks(-1)),
        }),
        Of(53, "Its purge leaves why an input was refused", "the history after a purge: from character", store =>
        {
            Dictionary<int, string?> reasons = [];
            return new AlteredStore(store)
            {
                Save = (inner, save, token) =>
                {
                    reasons[save.Event.Revision] = save.Event.Reason;
                    return inner.SaveAsync(save, token);
                },
                History = async (inner, id) => [.. (await inner.HistoryAsync(id)).Select(item => item with { Reason = reasons[item.Revision] })],
            };
        }),
        Of(54, "Its purge leaves the search terms", "what is found by the patron after a purge: expected [], got [\"R-1\"]", KeepsSearchTerms),
        Of(55, "Its purge erases the texts of effects before it looks at the revision", "the text of an effect after a purge that lost: expected", store =>
        {
            HashSet<RequestId> erased = [];
            return new AlteredStore(store)
            {
                Save = (inner, save, token) =>
                {
                    _ = save.ErasesPatronData && erased.Add(save.Request.Id);
                    return inner.SaveAsync(save, token);
                },
                Lease = async (inner, now, limit, lease) =>
                    [.. (await inner.LeaseAsync(now, limit, lease)).Select(one => erased.Contains(one.Effect.Request) ? one with { Effect = SaveRules.WithoutPatronData(one.Effect) } : one)],
            };
        }),
        Of(56, "Its purge erases the patron everywhere", "what is found by the patron of a purged request and of another: expected [\"R-2\"], got []", store =>
        {
            HashSet<string> erased = [];
            return new AlteredStore(store)
            {
                Save = async (inner, save, token) =>
                {
                    _ = save.ErasesPatronData && (await inner.FindAsync(save.Request.Id, token))?.Patron is { } patron && erased.Add(patron.Id);
                    await inner.SaveAsync(save, token);
                },
                List = async (inner, query, limit, after) => query.Patron is { } patron && erased.Contains(patron) ? new([], null) : await inner.ListAsync(query, limit, after),
            };
        }),
        Of(57, "A restart forgets everything", "the store after a restart: from character", () => new(Everything) { ForgetsAll = true }),
        Of(58, "A restart forgets the leases", "the effects that are leased after a restart, under the lease of before: expected [], got [\"send\"]", KeepsLeasesToItself, Everything),
        Of(59, "A view reads a request once, and then from its memory", "the revision that the other view sees: expected", RemembersWhatItRead, Everything),
        Of(60, "A view saves over what another saved", "a save from another view on an old revision: expected ConcurrencyConflictException, but the call returned", LastSaveWins, Everything),
        Of(61, "A view keeps its leases to itself", "what is left to lease for the other view: expected [\"tell\"], got [\"send\", \"tell\"]", KeepsLeasesToItself, Everything),
        Of(62, "It leases whether the call was cancelled or not", "LeaseAsync, cancelled beforehand: expected OperationCanceledException, but the call returned", store => new AlteredStore(store)
        {
            Lease = (inner, now, limit, lease) => inner.LeaseAsync(now, limit, lease),
        }),
        Of(63, "A cancelled save has written the request, and not its effects", "the effects of a request whose save was cancelled: expected 1, got 0", store => new AlteredStore(store)
        {
            Save = async (inner, save, token) =>
            {
                if (!token.CanBeCanceled)
                {
                    await inner.SaveAsync(save, token);
                    return;
                }

                await inner.SaveAsync(save with { Effects = [] }, CancellationToken.None);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            },
        }),
        Of(64, "Who loses is told that it won", "writers who won version 2: expected 1, got 100", store => OnConflict(store, (_, _, _) => ValueTask.CompletedTask)),
        Of(65, "It acknowledges one save of fifty without writing it", "the requests that many callers saved: expected", store =>
        {
            var saves = 0;
            return new AlteredStore(store)
            {
                Save = (inner, save, token) => save.Expected.IsNew && save.Effects.Count > 0 && Interlocked.Increment(ref saves) % 50 == 0 ? ValueTask.CompletedTask : inner.SaveAsync(save, token),
            };
        }),
        Of(66, "It does not look which attempt is to be retried", "what is leased after a retry of the first attempt, during the second: expected [], got [\"send-0\"]", store => new AlteredStore(store)
        {
            Settle = (inner, settlement) => inner.SettleAsync(settlement with { Attempt = null }),
        }),
        Of(67, "It loses every 50th settlement", "the store answered otherwise than the reference in step", store =>
        {
            var settlements = 0;
            return new AlteredStore(store)
            {
                Settle = (inner, settlement) => ++settlements % 50 == 0 ? ValueTask.CompletedTask : inner.SettleAsync(settlement),
            };
        }),
    ];
}
