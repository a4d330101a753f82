using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Many callers at once, over as many views as there can be.</summary>
internal static class CrowdCases
{
    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-64", "ConcurrencyConflictException", "Of a hundred writers one wins each version, and the others leave nothing behind", OneWinner),
        new("STORE-65", "IRequestStore", "Many callers at once lose nothing, and a save that fails harms no other", NothingIsLost),
    ];

    private static async Task OneWinner(StoreTrial trial)
    {
        const int Writers = 100;
        const int Versions = 5;
        var views = await trial.ViewsAsync(4);
        var request = ARequest("R-1");
        await trial.Store.SaveAsync(Save(request));
        List<string> winners = ["m1"];
        for (var version = 2; version <= Versions + 1; version++)
        {
            var current = request;
            var saves = Enumerable.Range(0, Writers)
                .Select(writer => Save(current.Next(next => next.Assignee = $"{version}/{writer}"), $"{version}/{writer}") with { Effects = [AnEffect($"{version}/{writer}", "R-1")] })
                .ToList();
            var won = await Task.WhenAll(saves.Select((save, writer) => Task.Run(() => Wins(views[writer % views.Count], save))));
            Check.Equal(1, won.Count(wins => wins), $"writers who won version {version}");
            var winner = saves[Array.IndexOf(won, true)];
            winners.Add(winner.Key.MessageId);
            request = winner.Request;
            Check.Equal(winner.Request.Assignee, (await trial.Store.FindAsync("R-1"))?.Assignee, $"what the winner of version {version} wrote");
        }

        Check.Same(winners, (await trial.Store.HistoryAsync("R-1")).Select(item => item.MessageId), "the winners in the history");
        Check.Same(winners.Skip(1), (await trial.Store.LeaseAsync(Noon, 1000, Minute)).Select(one => one.Effect.Id), "the winners' effects");
    }

    private static async Task NothingIsLost(StoreTrial trial)
    {
        const int Callers = 32;
        const int Saves = 8;
        var views = await trial.ViewsAsync(4);
        await trial.Store.SaveAsync(Save(ARequest("taken")));

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var store = views[caller % views.Count];
            for (var i = 0; i < Saves; i++)
            {
                await store.SaveAsync(Save(ARequest($"R-{caller}-{i}")) with { Effects = [AnEffect($"e-{caller}-{i}", $"R-{caller}-{i}")] });
                Check.That(!await Wins(store, Save(ARequest("taken"), $"{caller}-{i}")), "a request was new twice.");
            }
        })));

        var expected = Enumerable.Range(0, Callers).SelectMany(caller => Enumerable.Range(0, Saves).Select(i => $"R-{caller}-{i}")).Append("taken").Order(StringComparer.Ordinal).ToList();
        foreach (var view in views)
        {
            Check.Same(expected, (await view.ScanAsync(ScanScope.Everything).ToList()).Select(one => one.Summary.Id.Value).Order(StringComparer.Ordinal), "the requests that many callers saved");
            Check.Equal(Callers * Saves, (await view.PendingAsync().ToList()).Count, "the effects that many callers saved");
            Check.Equal(1, (await view.HistoryAsync("taken")).Count, "the events of the request that many callers tried to save");
        }
    }

    private static async Task<bool> Wins(IWorkflowStore store, RequestSave save)
    {
        try
        {
            await store.SaveAsync(save);
            return true;
        }
        catch (ConcurrencyConflictException)
        {
            return false;
        }
    }
}
