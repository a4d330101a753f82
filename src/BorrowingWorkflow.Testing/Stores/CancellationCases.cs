using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>A caller may give up.</summary>
internal static class CancellationCases
{
    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-62", "CancellationToken", "A call that was cancelled beforehand ends in OperationCanceledException and leaves nothing behind", Beforehand),
        new("STORE-63", "IRequestStore.SaveAsync", "A save that is cancelled on its way is there or is not, and harms no other", OnItsWay),
    ];

    private static async Task Beforehand(StoreTrial trial)
    {
        var store = trial.Store;
        var request = DeadlineCases.Due("R-1", Noon);
        await store.SaveAsync(Save(request) with { Effects = [AnEffect("e", "R-1")] });
        var before = await StoreImage.OfAsync(store);
        var token = new CancellationToken(canceled: true);
        Dictionary<string, Func<Task>> calls = new(StringComparer.Ordinal)
        {
            [nameof(store.SaveAsync)] = async () => await store.SaveAsync(Save(request.Next()), token),
            ["SaveAsync of a new request"] = async () => await store.SaveAsync(Save(ARequest("R-2")), token),
            ["SaveAsync of a purge"] = async () => await store.SaveAsync(Purge(request), token),
            [nameof(store.LoadAsync)] = async () => await store.LoadAsync("R-1", Key("R-1"), token),
            [nameof(store.FindAsync)] = async () => await store.FindAsync("R-1", token),
            [nameof(store.HistoryAsync)] = async () => await store.HistoryAsync("R-1", token),
            [nameof(store.ListAsync)] = async () => await store.ListAsync(new(), 1, null, token),
            [nameof(store.ScanAsync)] = async () => await store.ScanAsync(ScanScope.Watched, token).ToList(),
            [nameof(store.LeaseAsync)] = async () => await store.LeaseAsync(Noon, 10, Minute, token),
            [nameof(store.SettleAsync)] = async () => await store.SettleAsync(new("e", EffectOutcome.Done, Noon), token),
            [nameof(store.PendingAsync)] = async () => await store.PendingAsync(token).ToList(),
            [nameof(store.CountAsync)] = async () => await store.CountAsync(token),
            [nameof(store.LeaseDueAsync)] = async () => await store.LeaseDueAsync(Noon, 10, Minute, token),
            [nameof(store.RecordAsync)] = async () => await store.RecordAsync(new("notes", Noon, "ann"), token),
            [nameof(store.LatestRunsAsync)] = async () => await store.LatestRunsAsync(token),
            [nameof(store.DismissAsync)] = async () => await store.DismissAsync(new("stuck", "R-1", Noon.AddDays(1), "ann", "known", Noon), token),
            [nameof(store.DismissalsAsync)] = async () => await store.DismissalsAsync(Noon, token),
            [nameof(store.BacklogAsync)] = async () => await store.BacklogAsync(Noon, token),
        };
        foreach (var (name, call) in calls)
        {
            await Check.ThrowsAsync<OperationCanceledException>(call, $"{name}, cancelled beforehand");
            Check.EqualText(before, await StoreImage.OfAsync(store), $"the store after {name}, cancelled beforehand");
        }

        Check.Same(["R-1"], (await store.LeaseDueAsync(Noon, 10, Minute)).Select(id => id.Value), "what is left to sweep after a sweep that was cancelled beforehand");
    }

    private static async Task OnItsWay(StoreTrial trial)
    {
        for (var round = 0; round < 6; round++)
        {
            using var cancellation = new CancellationTokenSource();
            List<RequestSave> saves = [.. Enumerable.Range(0, 10).Select(i => Save(ARequest($"R-{round}-{i}")) with { Effects = [AnEffect($"e-{round}-{i}", $"R-{round}-{i}")] })];
            var spins = trial.Random.Next(2000);

            // Every other one can't be cancelled: it may wait together with those that are.
            var running = saves.Select((save, i) => Task.Run(async () => await EndsWell(trial.Store, save, i % 2 == 0 ? cancellation.Token : CancellationToken.None))).ToList();
            Thread.SpinWait(spins);
            await cancellation.CancelAsync();
            var done = await Task.WhenAll(running);
            for (var i = 0; i < saves.Count; i++)
            {
                Check.That(done[i] || i % 2 == 0, "a save was cancelled together with another.");
                await IsWholeOrAbsent(trial.Store, saves[i], done[i]);
            }
        }
    }

    private static async Task<bool> EndsWell(IWorkflowStore store, RequestSave save, CancellationToken cancellationToken)
    {
        try
        {
            await store.SaveAsync(save, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task IsWholeOrAbsent(IWorkflowStore store, RequestSave save, bool wasAcknowledged)
    {
        var id = save.Request.Id;
        var isThere = await store.FindAsync(id) is not null;
        Check.That(isThere || !wasAcknowledged, $"request {id} was acknowledged and is not there.");
        Check.Equal(isThere ? 1 : 0, (await store.HistoryAsync(id)).Count, "the events of a request whose save was cancelled");
        Check.Equal(isThere, (await store.LoadAsync(id, save.Key)).FirstVerdict is not null, "whether the verdict is there as the request is whose save was cancelled");
        Check.Equal(isThere ? 1 : 0, (await store.PendingAsync().ToList()).Count(effect => effect.Request == id), "the effects of a request whose save was cancelled");
        Check.Same(isThere ? [id.Value] : [], await store.Ids(new() { Patron = save.Request.Patron!.Id }), "what is found by the patron of a request whose save was cancelled");
    }
}
