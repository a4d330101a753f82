using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>What the desk did.</summary>
internal static class DeskLogCases
{
    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-51", "IDeskLog.LatestRunsAsync", "The latest run of each check and library counts; of two at the same moment, the one that was recorded last", LatestRun),
        new("STORE-52", "IDeskLog.DismissAsync", "A dismissal holds until its date, and the last one of a finding counts", Dismissals),
    ];

    private static async Task LatestRun(StoreTrial trial)
    {
        var store = trial.Store;
        await store.RecordAsync(new("completed", Noon + Tick, "ann"));
        await store.RecordAsync(new("completed", Noon, "bob"));
        await store.RecordAsync(new("completed", Noon, "cem", "CSUN"));
        await store.RecordAsync(new("notes", Noon, "ann"));
        await store.RecordAsync(new("notes", Noon, "dee"));

        Check.Same(
            [new("completed", Noon + Tick, "ann"), new("completed", Noon, "cem", "CSUN"), new("notes", Noon, "dee")],
            (await store.LatestRunsAsync()).OrderBy(run => run.Check, StringComparer.Ordinal).ThenBy(run => run.Library, StringComparer.Ordinal),
            "the latest runs");
    }

    private static async Task Dismissals(StoreTrial trial)
    {
        var store = trial.Store;
        AnomalyDismissal last = new("stuck", "R-1", Noon.AddDays(2), "bob", "still known", Noon + Tick);
        AnomalyDismissal other = new("lost", "R-1", Noon.AddDays(1) + Tick, "ann", "known", Noon);
        await store.DismissAsync(last with { Until = Noon.AddDays(9), By = "ann" });
        await store.DismissAsync(last);
        await store.DismissAsync(other);
        await store.DismissAsync(last with { Subject = "R-2", Until = Noon });

        Check.Same([last, other], await Held(Noon.AddDays(1)), "the dismissals that hold");
        Check.Same([last], await Held(Noon.AddDays(1) + Tick), "the dismissals that hold at the moment when one ends");
        Check.Same([], await Held(Noon.AddDays(2)), "the dismissals that hold when all have ended");

        async Task<IEnumerable<AnomalyDismissal>> Held(DateTimeOffset now) => (await store.DismissalsAsync(now)).OrderByDescending(one => one.Until);
    }
}
