using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using BorrowingWorkflow.Testing.Tests.Controls;
using static BorrowingWorkflow.Testing.Tests.Stores.StoreDefects;

namespace BorrowingWorkflow.Testing.Tests.Stores;

internal static partial class StoreControls
{
    private static IEnumerable<NegativeControl> OfQueues() =>
    [
        Of(32, "It leases the newest first", "what is leased when many are asked for: expected [\"a\", \"0\"], got [\"0\", \"a\"]", store => new AlteredStore(store)
        {
            Lease = async (inner, now, limit, lease) => [.. (await inner.LeaseAsync(now, limit, lease)).Reverse()],
        }),
        Of(33, "It gives a lease to whoever asks", "what is leased while it is hidden: expected [], got [2]", store => new AlteredStore(store)
        {
            Lease = (inner, now, limit, _) => inner.LeaseAsync(now, limit, TimeSpan.Zero),
        }),
        Of(34, "It gives one effect to two dispatchers", "leases of different effects, of all that were given out: expected 150, got 151", LeasesOneTwice),
        Of(35, "It forgets how often an effect was tried", "what is pending: expected", store => new AlteredStore(store)
        {
            Pending = inner => InOne(inner.PendingAsync(), effect => effect with { Attempts = 0 }),
        }),
        Of(36, "It counts what waits", "the counts: expected", store => new AlteredStore(store)
        {
            Count = async inner => (await inner.PendingAsync().ToList()).GroupBy(effect => effect.Detail is null ? $"{effect.Kind}" : $"{effect.Kind}({effect.Detail})")
                .ToDictionary(group => group.Key, group => group.LongCount()),
        }),
        Of(37, "It lets a retry undo a settlement", "what is leased after two of three were settled: expected [\"open\"], got [\"done\"", LastSettlementCounts),
        Of(38, "It retries at once", "what is leased a tick before the retry is due: expected [\"at-once\"], got [\"e\", \"at-once\"]", store => new AlteredStore(store)
        {
            Settle = (inner, settlement) => inner.SettleAsync(settlement with { RetryAt = null }),
        }),
        Of(39, "It passes over what a save settles", "what is pending after a save that settles two of three: expected 1, got 3", store => Saving(store, save => save with { Settled = [] })),
        Of(40, "It queues what is done", "what is pending when effects are done: expected", store => Saving(store, save => save with { EffectsAreDone = false })),
        Of(41, "It takes a send whose lease ran out for one that never went out", "the open sends when their lease has run out: expected", ForgetsLeasesThatRanOut),
        Of(42, "It withdraws nothing", "the open sends when the only one was withdrawn: expected []", store => Saving(store, save => save with { Withdrawn = [] })),
        Of(43, "It saves without withdrawing what is under way", "a save that withdraws a send under way: expected ConcurrencyConflictException, but the call returned", store =>
            OnConflict(store, (inner, save, _) => inner.SaveAsync(save with { Withdrawn = [] }))),
        Of(44, "It takes a withdrawn send that is not open for a conflict", "it ended in ConcurrencyConflictException", store => new AlteredStore(store)
        {
            Save = async (inner, save, token) =>
            {
                var open = (await inner.LoadAsync(save.Request.Id, save.Key, token)).OpenSends;
                if (save.Withdrawn.Any(id => open.All(send => send.Effect != id)))
                {
                    throw new ConcurrencyConflictException(save.Request.Id, save.Expected, null);
                }

                await inner.SaveAsync(save, token);
            },
        }),
        Of(45, "It sweeps what fell due last first", "what two are due longest: expected", store => new AlteredStore(store)
        {
            LeaseDue = async (inner, now, limit, lease) => [.. (await inner.LeaseDueAsync(now, limit, lease)).Reverse()],
        }),
        Of(46, "It sweeps a request once and never again", "what is due when the lease has run out: expected [\"R-1\"], got []", store => new AlteredStore(store)
        {
            LeaseDue = (inner, now, limit, _) => inner.LeaseDueAsync(now, limit, TimeSpan.FromDays(3650)),
        }),
        Of(47, "It lets a lease stand when the request is saved", "what is due at the deadline that was put off, leased before the save: expected [\"R-1\"], got []", SavesLeaveTheLease),
        Of(48, "It gives one request to two sweepers", "leases of different requests, of all that were given out: expected 100, got 101", SweepsOneTwice),
        Of(49, "Its backlog counts what is still to come", "the backlog when one is due: expected", store => new AlteredStore(store)
        {
            Backlog = async (inner, now) => await inner.BacklogAsync(now) with { Effects = (await inner.PendingAsync().ToList()).Count },
        }),
        Of(50, "Its backlog leaves out what is leased", "the backlog when both are leased: expected", store => new AlteredStore(store)
        {
            Backlog = async (inner, now) =>
            {
                var free = await inner.LeaseDueAsync(now, 1000, TimeSpan.Zero);
                return await inner.BacklogAsync(now) with { Deadlines = free.Count };
            },
        }),
    ];
}
