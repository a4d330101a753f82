using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Sends that are under way can't be taken back.</summary>
internal static class SendCases
{
    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-41", "LoadedRequest.OpenSends", "A send is under way from its lease to its settlement, also when the lease has run out", UnderWay),
        new("STORE-42", "RequestSave.Withdrawn", "A queued send that is withdrawn is gone", Withdrawn),
        new("STORE-43", "RequestSave.Withdrawn", "A withdrawn send that was leased since is a conflict, and nothing of the save is stored", LeasedSince),
        new("STORE-44", "RequestSave.Withdrawn", "A withdrawn send that is settled or unknown is passed over", PassedOver),
    ];

    private static async Task UnderWay(StoreTrial trial)
    {
        var store = trial.Store;
        EffectKind[] sends = [EffectKind.SendRequest, EffectKind.RetrySend, EffectKind.RepeatSend, EffectKind.AskPartner];
        await store.SaveAsync(Save(ARequest("R-1")) with
        {
            Effects = [.. sends.Select((kind, i) => AnEffect($"send-{i}", "R-1", kind) with { Entry = i }), AnEffect("tell", "R-1"), AnEffect("cancel", "R-1", EffectKind.SendCancel)],
        });
        await store.SaveAsync(Save(ARequest("R-2")) with { Effects = [AnEffect("other", "R-2", EffectKind.SendRequest)] });
        Check.Same(Open(false, 0, 1, 2, 3), await Sends(store), "the open sends before a lease");

        await store.LeaseAsync(Noon, 10, Minute);
        Check.Same(Open(true, 0, 1, 2, 3), await Sends(store), "the open sends under a lease");

        // The next lease takes an older effect only: those on the sends have run out.
        await store.SettleAsync(new("tell", EffectOutcome.Retry, Noon) { RetryAt = Noon - Minute });
        await store.LeaseAsync(Noon + Minute, 1, Minute);
        Check.Same(Open(true, 0, 1, 2, 3), await Sends(store), "the open sends when their lease has run out");

        await store.SettleAsync(new("send-0", EffectOutcome.Retry, Noon));
        await store.SettleAsync(new("send-1", EffectOutcome.Done, Noon));
        await store.SettleAsync(new("send-2", EffectOutcome.Failed, Noon));
        Check.Same([.. Open(false, 0), .. Open(true, 3)], await Sends(store), "the open sends when one is to be retried and two are settled");
    }

    private static async Task Withdrawn(StoreTrial trial)
    {
        var store = trial.Store;
        var first = ARequest("R-1");
        await store.SaveAsync(Save(first) with { Effects = [AnEffect("send-0", "R-1", EffectKind.SendRequest), AnEffect("kept", "R-1")] });

        await store.SaveAsync(Save(first.Next()) with { Withdrawn = ["send-0"] });

        Check.Same([], await Sends(store), "the open sends when the only one was withdrawn");
        Check.Same(["kept"], OutboxCases.Ids(await store.LeaseAsync(Noon, 10, Minute)), "what is leased when the send was withdrawn");
    }

    private static async Task LeasedSince(StoreTrial trial)
    {
        var store = trial.Store;
        var first = ARequest("R-1");
        await store.SaveAsync(Save(first) with { Effects = [AnEffect("send-0", "R-1", EffectKind.SendRequest), AnEffect("send-1", "R-1", EffectKind.SendRequest)] });
        await store.SettleAsync(new("send-0", EffectOutcome.Retry, Noon) { RetryAt = Noon.AddDays(1) });
        await store.LeaseAsync(Noon, 10, Minute);
        var save = Save(first.Next()) with { Withdrawn = ["send-0", "send-1"], Effects = [AnEffect("new", "R-1")] };

        await RevisionCases.IsConflict(store, save, "a save that withdraws a send under way");
        await store.SettleAsync(new("send-1", EffectOutcome.Retry, Noon));
        await store.SaveAsync(save);

        Check.Same([], await Sends(store), "the open sends when both were withdrawn after the lease");
    }

    private static async Task PassedOver(StoreTrial trial)
    {
        var store = trial.Store;
        var first = ARequest("R-1");
        await store.SaveAsync(Save(first) with { Effects = [AnEffect("send-0", "R-1", EffectKind.SendRequest)] });
        await store.LeaseAsync(Noon, 10, Minute);
        await store.SettleAsync(new("send-0", EffectOutcome.Done, Noon));

        await store.SaveAsync(Save(first.Next()) with { Withdrawn = ["send-0", "unknown"] });

        Check.Equal(2, (await store.FindAsync("R-1"))?.Revision, "the revision after a settled send was withdrawn");
        Check.Equal(1L, (await store.CountAsync()).GetValueOrDefault("SendRequest"), "the count of sends after a settled one was withdrawn");
    }

    private static OpenSend[] Open(bool underWay, params ReadOnlySpan<int> entries)
    {
        List<OpenSend> sends = [];
        foreach (var entry in entries)
        {
            sends.Add(new($"send-{entry}", entry, underWay));
        }

        return [.. sends];
    }

    private static async Task<IEnumerable<OpenSend>> Sends(IWorkflowStore store) =>
        (await store.LoadAsync("R-1", Key("R-1"))).OpenSends.OrderBy(send => send.Effect, StringComparer.Ordinal);
}
