using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Scans stream what detectors and checks read.</summary>
internal static class ScanCases
{
    private const string Clause = "IRequestReader.ScanAsync";

    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-29", "ScanScope", "A scan holds what its scope says, and opens what is watched or remarkable", Scopes),
        new("STORE-30", Clause, "A scan comes in batches, holds every request once, and reads while others write", InBatches),
        new("STORE-31", Clause, "A scan that is left half-way, or cancelled, stops nobody", LeftHalfWay),
    ];

    private static async Task Scopes(StoreTrial trial)
    {
        var store = trial.Store;
        await store.SaveAsync(Save(ARequest("open")));
        await store.SaveAsync(Save(ARequest("closed", BorrowingStatus.RequestCompleted)));
        await store.SaveAsync(Save(ARequest("noted", BorrowingStatus.RequestCompleted, request => request.Notes = [new("n", "t", Noon)])));
        await store.SaveAsync(Save(ARequest("told", BorrowingStatus.RequestCompleted, request => request.Messages = [new("g", "A", "t", Noon)])));
        await store.SaveAsync(Save(ARequest("remarkable", BorrowingStatus.RequestCompleted, request => request.Traits = RequestTraits.Remarkable)));
        var reopened = ARequest("reopened", BorrowingStatus.RequestCompleted);
        await store.SaveAsync(Save(reopened));
        await store.SaveAsync(Save(reopened.Next(request => (request.Status, request.Traits) = (BorrowingStatus.ReadyToBeSent, RequestTraits.None))));

        Check.Same(["noted", "open", "reopened", "told"], Names(await store.ScanAsync(ScanScope.Watched).ToList()), "a scan of what is watched");
        var everything = await store.ScanAsync(ScanScope.Everything).ToList();
        Check.Same(["closed", "noted", "open", "remarkable", "reopened", "told"], Names(everything), "a scan of everything");
        Check.Same(["noted", "open", "remarkable", "reopened", "told"], Names(everything.Where(one => one.Request is not null)), "what a scan of everything opens");
        foreach (var (summary, opened) in everything)
        {
            var found = (await store.FindAsync(summary.Id))!;
            Check.Equal(RequestSummary.Of(found), summary, "a scanned summary");
            Check.EqualText(StoreImage.Of(opened ?? found), StoreImage.Of(found), "a scanned snapshot");
        }
    }

    private static async Task InBatches(StoreTrial trial)
    {
        const int Count = 1500;
        var store = trial.Store;
        await store.SaveAllAsync(Enumerable.Range(0, Count).Select(i => Save(ARequest($"R-{i}"))));

        List<string> seen = [];
        var batches = 0;
        await foreach (var batch in store.ScanAsync(ScanScope.Watched))
        {
            seen.AddRange(batch.Select(one => one.Summary.Id.Value));
            batches++;
            var other = ARequest($"new-{batches}");
            await store.SaveAsync(Save(other));
            await store.SaveAsync(Save(other.Next()));
        }

        Check.That(batches > 1, $"a scan of {Count} requests came in one batch: its memory grows with their number.");
        Check.Same(
            Enumerable.Range(0, Count).Select(i => $"R-{i}").Order(StringComparer.Ordinal),
            seen.Where(id => id.StartsWith("R-", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            "what a scan holds that does not change");
    }

    private static async Task LeftHalfWay(StoreTrial trial)
    {
        var (store, request) = (trial.Store, ARequest("R-1"));
        await store.SaveAsync(Save(request));
        for (var i = 0; i < 20; i++)
        {
            await foreach (var batch in store.ScanAsync(i % 2 == 0 ? ScanScope.Watched : ScanScope.Everything))
            {
                Check.Same(["R-1"], Names(batch), "the batch of a scan that is left");
                request = request.Next();
                await store.SaveAsync(Save(request));
                break;
            }
        }

        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Check.ThrowsAsync<OperationCanceledException>(async () => await store.ScanAsync(ScanScope.Everything, cancellation.Token).ToList(), "a scan that was cancelled beforehand");
        Check.Equal(21, (await store.FindAsync("R-1"))?.Revision, "the revision after scans that were left");
        Check.Same(["R-1"], Names(await store.ScanAsync(ScanScope.Everything).ToList()), "a scan after scans that were left");
    }

    private static IEnumerable<string> Names(IEnumerable<ScannedRequest> scanned) => scanned.Select(one => one.Summary.Id.Value).Order(StringComparer.Ordinal);
}
