using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Requests whose deadline has come are leased to whoever sweeps.</summary>
internal static class DeadlineCases
{
    private const string Clause = "IDeadlineSource.LeaseDueAsync";

    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-45", Clause, "What has been due longest comes first and once, no more than was asked for", LongestFirst),
        new("STORE-46", Clause, "A request whose lease ran out is taken again", RanOut),
        new("STORE-47", Clause, "A save ends the lease, and its deadlines are the ones that count", ASaveEndsIt),
        new("STORE-48", Clause, "Of many sweepers each request goes to one", EachToOne),
    ];

    public static BorrowingRequest Due(string id, DateTimeOffset at) => ARequest(id, with: request => Arm(request, at));

    private static async Task LongestFirst(StoreTrial trial)
    {
        var store = trial.Store;
        await store.SaveAsync(Save(Due("b", Noon)));
        await store.SaveAsync(Save(Due("a", Noon)));
        await store.SaveAsync(Save(Due("first", Noon - Minute)));
        await store.SaveAsync(Save(Due("later", Noon + Tick)));
        await store.SaveAsync(Save(ARequest("never")));

        Check.Same(["first", "a"], await Lease(store, Noon, 2), "what two are due longest");
        Check.Same(["b"], await Lease(store, Noon, 2), "what is due next");
        Check.Same([], await Lease(store, Noon, 2), "what is due when all are leased");
        Check.Same(["later"], await Lease(store, Noon + Tick, 2), "what is due a tick later");
    }

    private static async Task RanOut(StoreTrial trial)
    {
        await trial.Store.SaveAsync(Save(Due("R-1", Noon)));

        Check.Same(["R-1"], await Lease(trial.Store, Noon, 10), "what is due");
        Check.Same([], await Lease(trial.Store, Noon + Minute - Tick, 10), "what is due a tick before the lease runs out");
        Check.Same(["R-1"], await Lease(trial.Store, Noon + Minute, 10), "what is due when the lease has run out");
    }

    private static async Task ASaveEndsIt(StoreTrial trial)
    {
        var store = trial.Store;
        var request = Due("R-1", Noon);
        await store.SaveAsync(Save(request));
        await store.LeaseDueAsync(Noon, 10, TimeSpan.FromDays(1));

        request = request.Next(next => Arm(next, Noon + Minute));
        await store.SaveAsync(Save(request));
        Check.Same([], await Lease(store, Noon + Minute - Tick, 10), "what is due before the deadline that was put off");
        Check.Same(["R-1"], await Lease(store, Noon + Minute, 10), "what is due at the deadline that was put off, leased before the save");

        request = request.Next(next => Arm(next, Noon));
        await store.SaveAsync(Save(request));
        Check.Same(["R-1"], await Lease(store, Noon, 10), "what is due at a deadline that was brought forward");

        await store.SaveAsync(Save(request.Next(next => next.Deadlines = [])));
        Check.Same([], await Lease(store, Noon.AddYears(10), 10), "what is due when the deadlines fell");
    }

    private static async Task EachToOne(StoreTrial trial)
    {
        var views = await trial.ViewsAsync(4);
        await trial.Store.SaveAllAsync(Enumerable.Range(0, 100).Select(i => Save(Due($"R-{i:00}", Noon))));

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(sweeper => Task.Run(async () =>
        {
            List<string> mine = [];
            while (await Lease(views[sweeper % views.Count], Noon, 7) is { Count: > 0 } some)
            {
                Check.That(some.Count <= 7, $"a lease of at most 7 requests took {some.Count}.");
                mine.AddRange(some);
            }

            return mine;
        })));

        var all = taken.SelectMany(ids => ids).ToList();
        Check.Equal(all.Distinct(StringComparer.Ordinal).Count(), all.Count, "leases of different requests, of all that were given out");
        Check.Same(
            Enumerable.Range(0, 100).Select(i => $"R-{i:00}"),
            all.Concat(await Lease(trial.Store, Noon, 100)).Order(StringComparer.Ordinal),
            "the requests that were leased");
    }

    private static void Arm(BorrowingRequest request, DateTimeOffset at) =>
        request.Deadlines = [new(DeadlineKind.PartnerExpiry, at), new(DeadlineKind.Retention, at.AddYears(1))];

    private static async Task<List<string>> Lease(IDeadlineSource store, DateTimeOffset now, int limit) =>
        [.. (await store.LeaseDueAsync(now, limit, Minute)).Select(id => id.Value)];
}
