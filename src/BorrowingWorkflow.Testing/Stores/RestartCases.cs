using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>A store is closed and opened again.</summary>
internal static class RestartCases
{
    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-57", "StoreCapabilities.Durable", "After a restart everything is there again; a store that is not durable is empty", EverythingIsThere),
        new("STORE-58", "StoreCapabilities.Durable", "Leases hold across a restart; a store that is not durable has nothing to lease", LeasesHold),
    ];

    private static async Task EverythingIsThere(StoreTrial trial)
    {
        var empty = await StoreImage.OfAsync(trial.Store);
        var full = Save(EveryMember.OfARequest()) with { Event = EveryMember.OfAnEvent(), Effects = [EveryMember.OfAnEffect()] };
        var request = DeadlineCases.Due("R-1", Noon);
        await trial.Store.SaveAllAsync([full, Save(request) with { Effects = [AnEffect("send", "R-1", EffectKind.SendRequest), AnEffect("tell", "R-1")] }, Save(ARequest("purged"))]);
        await trial.Store.SaveAsync(Purge(ARequest("purged")));
        await trial.Store.LeaseAsync(Noon, 1, Minute);
        await trial.Store.SettleAsync(new("send", EffectOutcome.Done, Noon));
        await trial.Store.SaveAsync(Save(request.Next(), verdict: Verdict.OutOfSequence));
        await trial.Store.RecordAsync(new("notes", Noon + Tick, "ann"));
        await trial.Store.DismissAsync(new("stuck", "R-1", Noon.AddDays(1), "ann", "known", Noon));
        var before = await StoreImage.OfAsync(trial.Store);

        await trial.RestartAsync();
        Check.EqualText(trial.IsDurable ? before : empty, await StoreImage.OfAsync(trial.Store), "the store after a restart");
        await trial.Store.SaveAsync(trial.IsDurable ? Save(request.Next().Next()) : Save(request));

        var revision = (await trial.Store.FindAsync("R-1"))?.Revision;
        await trial.RestartAsync();
        Check.Equal(trial.IsDurable ? revision : null, (await trial.Store.FindAsync("R-1"))?.Revision, "the revision after a second restart");
    }

    private static async Task LeasesHold(StoreTrial trial)
    {
        await trial.Store.SaveAsync(Save(DeadlineCases.Due("R-1", Noon)) with { Effects = [AnEffect("send", "R-1", EffectKind.SendRequest)] });
        await trial.Store.LeaseAsync(Noon, 10, Minute);
        await trial.Store.LeaseDueAsync(Noon, 10, Minute);

        var store = await trial.RestartAsync();
        OpenSend[] sends = trial.IsDurable ? [new("send", 0, true)] : [];
        Check.Same(sends, (await store.LoadAsync("R-1", Key("R-1"))).OpenSends, "the open sends after a restart");
        Check.Same([], OutboxCases.Ids(await store.LeaseAsync(Noon + Minute - Tick, 10, Minute)), "the effects that are leased after a restart, under the lease of before");
        Check.Same([], await store.LeaseDueAsync(Noon + Minute - Tick, 10, Minute), "the requests that are leased after a restart, under the lease of before");

        RequestId[] due = trial.IsDurable ? ["R-1"] : [];
        Check.Same(trial.IsDurable ? [2] : [], (await store.LeaseAsync(Noon + Minute, 10, Minute)).Select(one => one.Attempt), "the attempts of what is leased when the lease of before has run out");
        Check.Same(due, await store.LeaseDueAsync(Noon + Minute, 10, Minute), "the requests that are leased when the lease of before has run out");
    }
}
