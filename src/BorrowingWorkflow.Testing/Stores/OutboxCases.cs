using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Effects wait in the outbox, and are leased to whoever carries them out.</summary>
internal static class OutboxCases
{
    private const string Clause = "IOutbox.LeaseAsync";

    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-32", Clause, "Effects are leased when they are due, oldest first, no more than were asked for", OldestFirst),
        new("STORE-33", Clause, "A leased effect is hidden until its lease runs out, and its attempts are counted", Hidden),
        new("STORE-34", Clause, "Of many dispatchers each effect goes to one", EachToOne),
        new("STORE-35", "IOutbox.PendingAsync", "What is not settled is pending, with its attempts", Pending),
        new("STORE-36", "IOutbox.CountAsync", "Effects are counted by name: settled ones too, withdrawn ones not", Counted),
    ];

    public static List<string> Ids(IReadOnlyList<LeasedEffect> leased) => [.. leased.Select(one => one.Effect.Id)];

    private static async Task OldestFirst(StoreTrial trial)
    {
        var store = trial.Store;
        await store.SaveAsync(Save(ARequest("R-1")) with
        {
            Effects = [AnEffect("late", "R-1", at: Noon + Minute), AnEffect("b", "R-1"), AnEffect("a", "R-1"), AnEffect("tomorrow", "R-1", at: Noon.AddDays(1))],
        });
        await store.SaveAsync(Save(ARequest("R-0")) with { Effects = [AnEffect("0", "R-0"), AnEffect("first", "R-0", at: Noon - Tick)] });

        Check.Same([], Ids(await store.LeaseAsync(Noon - Tick - Tick, 10, Minute)), "what is leased before anything is due");
        Check.Same(["first"], Ids(await store.LeaseAsync(Noon - Tick, 10, Minute)), "what is leased when one is due");
        Check.Same(["b"], Ids(await store.LeaseAsync(Noon, 1, Minute)), "what is leased when one is asked for");
        Check.Same(["a", "0"], Ids(await store.LeaseAsync(Noon, 10, Minute)), "what is leased when many are asked for");
        Check.Same(["first", "b", "a", "0", "late"], Ids(await store.LeaseAsync(Noon.AddSeconds(90), 10, Minute)), "what is leased when the leases have run out");
        await store.SettleAsync(new("first", EffectOutcome.Retry, Noon) { RetryAt = Noon.AddHours(1) });
        Check.Same(["b", "a", "0", "late", "first"], Ids(await store.LeaseAsync(Noon.AddHours(2), 10, Minute)), "what is leased when the oldest is to be retried later than the others");
    }

    private static async Task Hidden(StoreTrial trial)
    {
        var store = trial.Store;
        await store.SaveAsync(Save(ARequest("R-1")) with { Effects = [AnEffect("e", "R-1")] });

        Check.Same([1], Attempts(await store.LeaseAsync(Noon, 10, Minute)), "the attempts of the first lease");
        Check.Same([], Attempts(await store.LeaseAsync(Noon, 10, Minute)), "what is leased while it is hidden");
        Check.Same([], Attempts(await store.LeaseAsync(Noon + Minute - Tick, 10, Minute)), "what is leased a tick before the lease runs out");
        Check.Same([2], Attempts(await store.LeaseAsync(Noon + Minute, 10, Minute)), "the attempts when the lease has run out");
        Check.Same([2], (await store.PendingAsync().ToList()).Select(effect => effect.Attempts), "the attempts of what is pending");
    }

    private static async Task EachToOne(StoreTrial trial)
    {
        var views = await trial.ViewsAsync(4);
        await trial.Store.SaveAsync(Save(ARequest("R-1")) with { Effects = [.. Enumerable.Range(0, 150).Select(i => AnEffect($"e{i}", "R-1"))] });

        // Dispatchers of databases pass over rows that another holds at the moment, so each goes on until nothing is left.
        var leased = await Task.WhenAll(Enumerable.Range(0, 20).Select(dispatcher => Task.Run(async () =>
        {
            List<string> mine = [];
            while (Ids(await views[dispatcher % views.Count].LeaseAsync(Noon, 7, Minute)) is { Count: > 0 } some)
            {
                Check.That(some.Count <= 7, $"a lease of at most 7 effects took {some.Count}.");
                mine.AddRange(some);
            }

            return mine;
        })));

        var all = leased.SelectMany(ids => ids).ToList();
        Check.Equal(all.Distinct(StringComparer.Ordinal).Count(), all.Count, "leases of different effects, of all that were given out");
        Check.Same(
            Enumerable.Range(0, 150).Select(i => $"e{i}").Order(StringComparer.Ordinal),
            all.Concat(Ids(await trial.Store.LeaseAsync(Noon, 150, Minute))).Order(StringComparer.Ordinal),
            "the effects that were leased");
    }

    private static async Task Pending(StoreTrial trial)
    {
        var store = trial.Store;
        List<Effect> effects = [.. Enumerable.Range(0, 12).Select(i => AnEffect($"e{i:00}", "R-1", (EffectKind)i, Noon.AddMinutes(i)) with { Detail = i % 2 == 0 ? $"D{i}" : null })];
        await store.SaveAsync(Save(ARequest("R-1")) with { Effects = effects });
        await store.LeaseAsync(Noon.AddMinutes(3), 10, Minute);
        await store.SettleAsync(new("e00", EffectOutcome.Done, Noon));
        await store.SettleAsync(new("e01", EffectOutcome.Failed, Noon));
        await store.SettleAsync(new("e02", EffectOutcome.Retry, Noon) { RetryAt = Noon.AddDays(1) });

        var expected = effects.Skip(2).Select((effect, i) => new PendingEffect("R-1", effect.Kind, effect.Detail, effect.At, i < 2 ? 1 : 0));
        Check.Same(expected, (await store.PendingAsync().ToList()).OrderBy(effect => effect.At), "what is pending");
    }

    private static async Task Counted(StoreTrial trial)
    {
        var store = trial.Store;
        var first = ARequest("R-1");
        Check.Equal(0, (await store.CountAsync()).Count, "names that are counted in an empty store");
        await store.SaveAsync(Save(first) with
        {
            Effects = [AnEffect("a", "R-1"), AnEffect("b", "R-1") with { Detail = "D" }, AnEffect("c", "R-1") with { Detail = "d" }, AnEffect("send", "R-1", EffectKind.SendRequest)],
        });
        await store.SaveAsync(Save(ARequest("R-2")) with { Effects = [AnEffect("e", "R-2"), AnEffect("f", "R-2")] });
        await store.SettleAsync(new("a", EffectOutcome.Done, Noon));
        await store.SettleAsync(new("e", EffectOutcome.Failed, Noon));
        await store.SaveAsync(Save(first.Next()) with { Withdrawn = ["send"] });

        var counts = (await store.CountAsync()).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key}: {count.Value}");
        Check.Same(["NotifyPatron: 3", "NotifyPatron(D): 1", "NotifyPatron(d): 1"], counts, "the counts");
    }

    private static IEnumerable<int> Attempts(IReadOnlyList<LeasedEffect> leased) => leased.Select(one => one.Attempt);
}
