using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>A save names the revision that it is based on.</summary>
internal static class RevisionCases
{
    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-12", "ExpectedVersion.New", "A request is new only once", NewOnlyOnce),
        new("STORE-13", "ExpectedVersion.Exactly", "A save on an old revision is a conflict, and nothing of it is stored", OnAnOldRevision),
        new("STORE-14", "ExpectedVersion.Exactly", "A save on a revision that is not there yet is a conflict, and nothing of it is stored", OnAFutureRevision),
        new("STORE-15", "SaveRules.Check", "Parts that do not belong together are an argument error, and nothing of them is stored", PartsThatDoNotBelongTogether),
    ];

    /// <summary>Fails where a save is no conflict, says something wrong or changes anything.</summary>
    public static async Task IsConflict(IWorkflowStore store, RequestSave save, string what)
    {
        var actual = (await store.FindAsync(save.Request.Id))?.Revision ?? 0;
        var before = await StoreImage.OfAsync(store);
        var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(async () => await store.SaveAsync(save), what);
        Check.Equal(save.Request.Id, conflict.Request, $"the request of the conflict of {what}");
        Check.Equal(save.Expected, conflict.Expected, $"what the conflict of {what} says was expected");
        Check.That(conflict.Actual is null || conflict.Actual == actual, $"the conflict of {what} says revision {conflict.Actual}, but there is {actual}.");
        Check.EqualText(before, await StoreImage.OfAsync(store), $"the store after the conflict of {what}");
        Check.That((await store.LoadAsync(save.Request.Id, save.Key)).FirstVerdict is not { } first || first.Revision <= actual, $"the key of {what} was stored.");
    }

    private static async Task NewOnlyOnce(StoreTrial trial)
    {
        await trial.Store.SaveAsync(Save(ARequest("R-1")));

        await IsConflict(trial.Store, Save(ARequest("R-1", with: request => request.Assignee = "other"), "other"), "a second save of a new request");
    }

    private static async Task OnAnOldRevision(StoreTrial trial)
    {
        List<BorrowingRequest> revisions = [ARequest("R-1")];
        await trial.Store.SaveAsync(Save(revisions[0]));
        for (var i = 1; i <= 3; i++)
        {
            revisions.Add(revisions[^1].Next());
            await trial.Store.SaveAsync(Save(revisions[^1]));
        }

        foreach (var old in revisions.SkipLast(1))
        {
            var late = Save(old.Next(request => request.Assignee = "late"), $"late-{old.Revision}") with { Effects = [AnEffect($"late-{old.Revision}", "R-1")] };
            await IsConflict(trial.Store, late, $"a save on revision {old.Revision} of 4");
        }
    }

    private static async Task OnAFutureRevision(StoreTrial trial)
    {
        await IsConflict(trial.Store, Save(ARequest("R-2").Next()), "a save on revision 1 of a request that is not there");
        var first = ARequest("R-1");
        await trial.Store.SaveAsync(Save(first));

        await IsConflict(trial.Store, Save(first.Next().Next()), "a save on revision 2 of a request that has 1");
        await trial.Store.SaveAsync(Save(first.Next()));
        Check.Equal(2, (await trial.Store.FindAsync("R-1"))?.Revision ?? 0, "the revision after the one that fits");
    }

    private static async Task PartsThatDoNotBelongTogether(StoreTrial trial)
    {
        var save = Save(ARequest("R-1"));
        RequestSave[] mistakes =
        [
            save with { Expected = ExpectedVersion.Exactly(3) },
            save with { Key = Key("R-2") },
            save with { Event = save.Event with { Request = "R-2" } },
            save with { Event = save.Event with { Revision = 2 } },
        ];
        foreach (var mistake in mistakes)
        {
            await Check.ThrowsAsync<ArgumentException>(async () => await trial.Store.SaveAsync(mistake), $"a save of parts that do not belong together ({Array.IndexOf(mistakes, mistake)})");
        }

        await Check.ThrowsAsync<ArgumentNullException>(async () => await trial.Store.SaveAsync(null!), "a save of nothing");
        Check.Equal(0, (await trial.Store.ScanAsync(ScanScope.Everything).ToList()).Count, "requests after saves of parts that do not belong together");
    }
}
