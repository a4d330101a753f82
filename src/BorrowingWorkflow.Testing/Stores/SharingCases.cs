using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>
/// A second view, as of another host. A store that is not made for it refuses it, or keeps it apart; a durable one has to refuse it, as two
/// views that don't know of each other would overwrite each other's writes.
/// </summary>
internal static class SharingCases
{
    private const string Clause = "StoreCapabilities.Shared";

    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-59", Clause, "A second view sees at once what was acknowledged; without the capability it is refused or shares nothing", SeesAtOnce),
        new("STORE-60", Clause, "A save from a second view on an old revision is a conflict; without the capability the views don't meet", StaleSave),
        new("STORE-61", Clause, "Leases hold across views; without the capability a second view has nothing to lease", Leases),
    ];

    private static async Task SeesAtOnce(StoreTrial trial)
    {
        var one = trial.Store;
        await one.SaveAsync(Save(ARequest("R-0")));
        if (!trial.IsShared)
        {
            await IsApart(trial, async two => Check.That(await two.FindAsync("R-0") is null, "a view that shares nothing finds a request of the first."));
            return;
        }

        var two = await trial.OpenAsync();
        var request = DeadlineCases.Due("R-1", Noon);
        for (var i = 0; i < 10; i++)
        {
            var (writer, reader) = i % 2 == 0 ? (one, two) : (two, one);
            await writer.SaveAsync(Save(request) with { Effects = [AnEffect($"e{i}", "R-1")] });
            await writer.RecordAsync(new($"check-{i}", Noon, "ann"));
            Check.Equal(request.Revision, (await reader.FindAsync("R-1"))?.Revision, "the revision that the other view sees");
            Check.EqualText(await StoreImage.OfAsync(writer), await StoreImage.OfAsync(reader), "what the other view sees");
            request = request.Next(next => next.Assignee = $"a{i}");
        }
    }

    private static async Task StaleSave(StoreTrial trial)
    {
        var (one, first) = (trial.Store, ARequest("R-1"));
        await one.SaveAsync(Save(first));
        if (!trial.IsShared)
        {
            await IsApart(trial, async two =>
            {
                await two.SaveAsync(Save(first));
                await one.SaveAsync(Save(first.Next()));
                Check.Equal(1, (await two.FindAsync("R-1"))?.Revision, "the revision in a view that shares nothing");
            });
            return;
        }

        var two = await trial.OpenAsync();
        var seen = (await two.FindAsync("R-1"))!;
        await one.SaveAsync(Save(first.Next(request => request.Assignee = "one")));
        await RevisionCases.IsConflict(two, Save(seen.Next(request => request.Assignee = "two"), "late"), "a save from another view on an old revision");
        await RevisionCases.IsConflict(two, Save(ARequest("R-1"), "new"), "a save from another view of a request that is there");
        await RevisionCases.IsConflict(two, Save(seen.Next().Next(), "m2"), "a message that came to another view");

        var decidedAgain = (await two.FindAsync("R-1"))!.Next(request => request.Assignee = "two");
        await two.SaveAsync(Save(decidedAgain));
        Check.Equal("two", (await one.FindAsync("R-1"))?.Assignee, "what the first view sees of the second's save");
    }

    private static async Task Leases(StoreTrial trial)
    {
        var one = trial.Store;
        await one.SaveAsync(Save(DeadlineCases.Due("R-1", Noon)) with { Effects = [AnEffect("send", "R-1", EffectKind.SendRequest), AnEffect("tell", "R-1")] });
        if (!trial.IsShared)
        {
            await IsApart(trial, async two => Check.Equal(0, (await two.LeaseAsync(Noon, 10, Minute)).Count, "effects to lease in a view that shares nothing"));
            return;
        }

        var two = await trial.OpenAsync();
        Check.Same(["send"], OutboxCases.Ids(await one.LeaseAsync(Noon, 1, Minute)), "what one view leases");
        Check.Same(["tell"], OutboxCases.Ids(await two.LeaseAsync(Noon, 10, Minute)), "what is left to lease for the other view");
        Check.Same(["R-1"], (await two.LeaseDueAsync(Noon, 10, Minute)).Select(id => id.Value), "what a view sweeps");
        Check.Same([], await one.LeaseDueAsync(Noon, 10, Minute), "what is left to sweep for the other view");
        Check.Same([new OpenSend("send", 0, true)], (await two.LoadAsync("R-1", Key("R-1"))).OpenSends, "the open sends that the other view sees");

        await two.SettleAsync(new("send", EffectOutcome.Done, Noon));
        await two.SettleAsync(new("tell", EffectOutcome.Retry, Noon));
        Check.Same(["tell"], OutboxCases.Ids(await one.LeaseAsync(Noon + Minute, 10, Minute)), "what a view leases when the other has settled one of two");
    }

    private static async Task IsApart(StoreTrial trial, Func<IWorkflowStore, Task> prove)
    {
        var one = trial.Store;
        var before = await StoreImage.OfAsync(one);
        if (await trial.TryOpenAsync() is { } two)
        {
            Check.That(!trial.IsDurable, "a second view of a store that is durable and not shared has to be refused.");
            await prove(two);
        }
        else
        {
            Check.EqualText(before, await StoreImage.OfAsync(one), "the first view after a second was refused");
        }

        await one.SaveAsync(Save(ARequest("afterwards")));
    }
}
