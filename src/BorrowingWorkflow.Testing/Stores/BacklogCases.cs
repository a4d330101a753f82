using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>What health checks ask.</summary>
internal static class BacklogCases
{
    private const string Clause = "IBacklogReader.BacklogAsync";

    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-49", Clause, "The backlog counts effects that are due or were tried, not those that are settled or still to come", Effects),
        new("STORE-50", Clause, "The backlog counts requests whose deadline is due, leased or not, and says since when", Deadlines),
    ];

    private static async Task Effects(StoreTrial trial)
    {
        var store = trial.Store;
        var empty = await store.BacklogAsync(Noon);
        Check.Equal(new(), empty, "the backlog of an empty store");
        await store.SaveAsync(Save(ARequest("R-1")) with
        {
            Effects = [AnEffect("a", "R-1"), AnEffect("b", "R-1", at: Noon + Tick) with { At = Noon - Minute }, AnEffect("later", "R-1", at: Noon.AddDays(1)) with { At = Noon - Minute - Minute }],
        });

        Check.Equal(new() { Effects = 1, OldestEffect = Noon }, await store.BacklogAsync(Noon), "the backlog when one is due");
        Check.Equal(new() { Effects = 2, OldestEffect = Noon - Minute }, await store.BacklogAsync(Noon + Tick), "the backlog when two are due");

        await store.LeaseAsync(Noon + Tick, 10, Minute);
        await store.SettleAsync(new("b", EffectOutcome.Retry, Noon + Tick) { RetryAt = Noon.AddDays(1) });
        Check.Equal(new() { Effects = 2, OldestEffect = Noon - Minute }, await store.BacklogAsync(Noon + Tick), "the backlog when one is leased and one is to be retried tomorrow");

        await store.SettleAsync(new("a", EffectOutcome.Done, Noon));
        Check.Equal(new() { Effects = 1, OldestEffect = Noon - Minute }, await store.BacklogAsync(Noon + Tick), "the backlog when one is done");
        await store.SettleAsync(new("b", EffectOutcome.Failed, Noon));
        Check.Equal(new(), await store.BacklogAsync(Noon + Tick), "the backlog when two are settled and one is still to come");
    }

    private static async Task Deadlines(StoreTrial trial)
    {
        var store = trial.Store;
        var longest = DeadlineCases.Due("longest", Noon - Minute);
        await store.SaveAllAsync([Save(longest), Save(DeadlineCases.Due("due", Noon)), Save(DeadlineCases.Due("later", Noon + Tick)), Save(ARequest("never"))]);

        Check.Equal(new() { Deadlines = 2, OldestDeadline = Noon - Minute }, await store.BacklogAsync(Noon), "the backlog when two deadlines are due");
        await store.LeaseDueAsync(Noon, 10, TimeSpan.FromDays(1));
        Check.Equal(new() { Deadlines = 2, OldestDeadline = Noon - Minute }, await store.BacklogAsync(Noon), "the backlog when both are leased");
        await store.SaveAsync(Save(longest.Next(request => request.Deadlines = [])));
        Check.Equal(new() { Deadlines = 1, OldestDeadline = Noon }, await store.BacklogAsync(Noon), "the backlog when one has fallen");
        Check.Equal(new() { Deadlines = 2, OldestDeadline = Noon }, await store.BacklogAsync(Noon + Tick), "the backlog a tick later");
    }
}
