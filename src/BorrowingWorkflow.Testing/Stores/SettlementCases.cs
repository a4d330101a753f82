using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>What becomes of an effect.</summary>
internal static class SettlementCases
{
    private const string Clause = "IOutbox.SettleAsync";

    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-37", Clause, "An effect that is settled leaves the queue and stays settled; an unknown one is no error", StaysSettled),
        new("STORE-38", Clause, "A retry ends the lease, and waits for its time", Retry),
        new("STORE-39", "RequestSave.Settled", "A save settles what its input tells of", SettledBySave),
        new("STORE-40", "RequestSave.EffectsAreDone", "Effects that are done already are counted and not queued, but for sends and locates", DoneAtOnce),
        new("STORE-66", "EffectSettlement.Attempt", "A retry of an earlier attempt than the last changes nothing", RetryOfAnEarlierAttempt),
    ];

    private static async Task StaysSettled(StoreTrial trial)
    {
        var store = trial.Store;
        await store.SaveAsync(Save(ARequest("R-1")) with { Effects = [AnEffect("done", "R-1"), AnEffect("failed", "R-1"), AnEffect("open", "R-1")] });
        await store.LeaseAsync(Noon, 2, Minute);

        await store.SettleAsync(new("done", EffectOutcome.Done, Noon));
        await store.SettleAsync(new("failed", EffectOutcome.Failed, Noon));
        await store.SettleAsync(new("done", EffectOutcome.Retry, Noon));
        await store.SettleAsync(new("failed", EffectOutcome.Done, Noon));
        await store.SettleAsync(new("unknown", EffectOutcome.Done, Noon));

        Check.Same(["open"], OutboxCases.Ids(await store.LeaseAsync(Noon.AddDays(1), 10, Minute)), "what is leased after two of three were settled");
        Check.Equal(1, (await store.PendingAsync().ToList()).Count, "what is pending after two of three were settled");
    }

    private static async Task Retry(StoreTrial trial)
    {
        var store = trial.Store;
        await store.SaveAsync(Save(ARequest("R-1")) with { Effects = [AnEffect("e", "R-1"), AnEffect("at-once", "R-1")] });
        await store.LeaseAsync(Noon, 10, TimeSpan.FromDays(1));

        await store.SettleAsync(new("e", EffectOutcome.Retry, Noon) { RetryAt = Noon + Minute });
        await store.SettleAsync(new("at-once", EffectOutcome.Retry, Noon));

        Check.Same(["at-once"], OutboxCases.Ids(await store.LeaseAsync(Noon + Minute - Tick, 10, Minute)), "what is leased a tick before the retry is due");
        var leased = await store.LeaseAsync(Noon + Minute, 10, Minute);
        Check.Same(["e"], OutboxCases.Ids(leased), "what is leased when the retry is due");
        Check.Equal(2, leased[0].Attempt, "the attempt of a retry");
    }

    private static async Task RetryOfAnEarlierAttempt(StoreTrial trial)
    {
        var store = trial.Store;
        await store.SaveAsync(Save(ARequest("R-1")) with { Effects = [AnEffect("send-0", "R-1", EffectKind.SendRequest)] });
        await store.LeaseAsync(Noon, 10, Minute);
        await store.LeaseAsync(Noon + Minute, 10, Minute);

        await store.SettleAsync(new("send-0", EffectOutcome.Retry, Noon + Minute) { Attempt = 1, RetryAt = Noon });
        Check.Same([], OutboxCases.Ids(await store.LeaseAsync(Noon + Minute, 10, Minute)), "what is leased after a retry of the first attempt, during the second");
        Check.Same([new OpenSend("send-0", 0, true)], (await store.LoadAsync("R-1", Key("R-1"))).OpenSends, "the open sends after a retry of the first attempt, during the second");

        await store.SettleAsync(new("send-0", EffectOutcome.Retry, Noon + Minute) { Attempt = 2, RetryAt = Noon });
        Check.Same([3], (await store.LeaseAsync(Noon + Minute, 10, Minute)).Select(one => one.Attempt), "the attempts of what is leased after a retry of the second");
        await store.SettleAsync(new("send-0", EffectOutcome.Done, Noon + Minute) { Attempt = 1 });
        Check.Same([], (await store.PendingAsync().ToList()).Select(effect => effect.Kind), "what is pending when an earlier attempt turned out to be done");
    }

    private static async Task SettledBySave(StoreTrial trial)
    {
        var store = trial.Store;
        var first = ARequest("R-1");
        await store.SaveAsync(Save(first) with { Effects = [AnEffect("send", "R-1", EffectKind.SendRequest), AnEffect("again", "R-1", EffectKind.SendRequest), AnEffect("gone", "R-1")] });
        await store.LeaseAsync(Noon, 10, TimeSpan.FromDays(1));

        await store.SaveAsync(Save(first.Next()) with
        {
            Settled = [new("send", EffectOutcome.Done, Noon), new("gone", EffectOutcome.Failed, Noon), new("again", EffectOutcome.Retry, Noon) { RetryAt = Noon + Minute }, new("unknown", EffectOutcome.Done, Noon)],
        });

        Check.Equal(1, (await store.PendingAsync().ToList()).Count, "what is pending after a save that settles two of three");
        Check.Same([new OpenSend("again", 0, false)], (await store.LoadAsync("R-1", Key("R-1"))).OpenSends, "the open sends after a save that settles one");
        Check.Same(["again"], OutboxCases.Ids(await store.LeaseAsync(Noon + Minute, 10, Minute)), "what is leased when the retry that a save asked for is due");
    }

    private static async Task DoneAtOnce(StoreTrial trial)
    {
        var effects = Enum.GetValues<EffectKind>().Select(kind => AnEffect($"e-{kind}", "R-1", kind) with { Detail = "D" });

        await trial.Store.SaveAsync(Save(ARequest("R-1")) with { Effects = [.. effects], EffectsAreDone = true });

        Check.Same(
            [EffectKind.StartLocate, EffectKind.RetryLocate, EffectKind.SendRequest, EffectKind.RetrySend],
            (await trial.Store.PendingAsync().ToList()).Select(effect => effect.Kind).Order(),
            "what is pending when effects are done");
        Check.Same(
            Enum.GetNames<EffectKind>().Select(name => $"{name}(D): 1").Order(StringComparer.Ordinal),
            (await trial.Store.CountAsync()).Select(count => $"{count.Key}: {count.Value}").Order(StringComparer.Ordinal),
            "the counts when effects are done");
    }
}
