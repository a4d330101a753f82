using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Tests.Storage.Given;

namespace BorrowingWorkflow.Tests.Storage;

public class OutboxTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task Effects_are_leased_oldest_first_when_they_are_due(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.SaveAsync(Save(ARequest("R-1")) with
        {
            Effects = [AnEffect("late", "R-1", at: Noon + Minute), AnEffect("b", "R-1"), AnEffect("a", "R-1"), AnEffect("tomorrow", "R-1", at: Noon.AddDays(1))],
        });

        Assert.Empty(await store.LeaseAsync(Noon.AddTicks(-1), 10, Minute));
        Assert.Equal(["b"], Ids(await store.LeaseAsync(Noon, 1, Minute)));
        Assert.Equal(["a"], Ids(await store.LeaseAsync(Noon, 10, Minute)));
        Assert.Equal(["b", "a", "late"], Ids(await store.LeaseAsync(Noon.AddSeconds(90), 10, Minute)));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_leased_effect_is_hidden_until_its_lease_runs_out(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.SaveAsync(Save(ARequest("R-1")) with { Effects = [AnEffect("e", "R-1")] });

        Assert.Equal(1, Assert.Single(await store.LeaseAsync(Noon, 10, Minute)).Attempt);
        Assert.Empty(await store.LeaseAsync(Noon + Minute - TimeSpan.FromTicks(1), 10, Minute));
        Assert.Equal(2, Assert.Single(await store.LeaseAsync(Noon + Minute, 10, Minute)).Attempt);
        Assert.Equal(2, Assert.Single(await store.PendingAsync().ToList()).Attempts);
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task Of_many_who_lease_at_once_each_effect_goes_to_one(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.SaveAsync(Save(ARequest("R-1")) with { Effects = [.. Enumerable.Range(0, 200).Select(i => AnEffect($"e{i}", "R-1"))] });

        var leased = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(async () => Ids(await store.LeaseAsync(Noon, 10, Minute)))));

        Assert.Equal(200, leased.SelectMany(ids => ids).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(200, leased.Sum(ids => ids.Count));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_settled_effect_leaves_the_queue_and_stays_settled(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.SaveAsync(Save(ARequest("R-1")) with { Effects = [AnEffect("done", "R-1"), AnEffect("failed", "R-1"), AnEffect("open", "R-1")] });

        await store.SettleAsync(new("done", EffectOutcome.Done, Noon));
        await store.SettleAsync(new("failed", EffectOutcome.Failed, Noon));
        await store.SettleAsync(new("done", EffectOutcome.Retry, Noon));
        await store.SettleAsync(new("unknown", EffectOutcome.Done, Noon));

        Assert.Equal(["open"], Ids(await store.LeaseAsync(Noon, 10, Minute)));
        Assert.Equal(3, (await store.CountAsync())["NotifyPatron"]);
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_retry_ends_the_lease_and_waits(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.SaveAsync(Save(ARequest("R-1")) with { Effects = [AnEffect("e", "R-1")] });
        await store.LeaseAsync(Noon, 10, TimeSpan.FromDays(1));

        await store.SettleAsync(new("e", EffectOutcome.Retry, Noon) { RetryAt = Noon + Minute });

        Assert.Empty(await store.LeaseAsync(Noon + Minute - TimeSpan.FromTicks(1), 10, Minute));
        Assert.Equal(2, Assert.Single(await store.LeaseAsync(Noon + Minute, 10, Minute)).Attempt);
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_send_is_under_way_from_its_lease_to_its_settlement(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.SaveAsync(Save(ARequest("R-1")) with { Effects = [AnEffect("send", "R-1", EffectKind.SendRequest), AnEffect("tell", "R-1")] });
        Assert.Equal([new OpenSend("send", 0, false)], await Sends(store));

        await store.LeaseAsync(Noon, 10, Minute);
        Assert.Equal([new OpenSend("send", 0, true)], await Sends(store));

        await store.SettleAsync(new("send", EffectOutcome.Retry, Noon));
        Assert.Equal([new OpenSend("send", 0, false)], await Sends(store));

        await store.SettleAsync(new("send", EffectOutcome.Done, Noon));
        Assert.Empty(await Sends(store));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_queued_send_can_be_withdrawn(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        var first = ARequest("R-1");
        await store.SaveAsync(Save(first) with { Effects = [AnEffect("send", "R-1", EffectKind.SendRequest)] });

        await store.SaveAsync(Save(first.Next()) with { Withdrawn = ["send"] });

        Assert.Empty(await Sends(store));
        Assert.Empty(await store.LeaseAsync(Noon, 10, Minute));
        Assert.Empty(await store.CountAsync());
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_withdrawn_send_that_was_leased_since_is_a_conflict(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        var first = ARequest("R-1");
        await store.SaveAsync(Save(first) with { Effects = [AnEffect("a", "R-1", EffectKind.SendRequest), AnEffect("b", "R-1", EffectKind.SendRequest)] });
        await store.SettleAsync(new("a", EffectOutcome.Retry, Noon) { RetryAt = Noon.AddDays(1) });
        await store.LeaseAsync(Noon, 10, Minute);

        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => store.SaveAsync(Save(first.Next()) with { Withdrawn = ["a", "b"], Effects = [AnEffect("c", "R-1")] }).AsTask());

        Assert.Equal(1, conflict.Actual);
        Assert.Equal(1, (await store.FindAsync("R-1"))!.Revision);
        Assert.Equal(["a", "b"], (await Sends(store)).Select(send => send.Effect).Order(StringComparer.Ordinal));
        Assert.False((await store.CountAsync()).ContainsKey("NotifyPatron"));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_withdrawn_send_that_is_settled_or_unknown_is_passed_over(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        var first = ARequest("R-1");
        await store.SaveAsync(Save(first) with { Effects = [AnEffect("send", "R-1", EffectKind.SendRequest)] });
        await store.LeaseAsync(Noon, 10, Minute);
        await store.SettleAsync(new("send", EffectOutcome.Done, Noon));

        await store.SaveAsync(Save(first.Next()) with { Withdrawn = ["send", "unknown"] });

        Assert.Equal(1, (await store.CountAsync())["SendRequest"]);
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_save_settles_what_its_input_tells_of(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        var first = ARequest("R-1");
        await store.SaveAsync(Save(first) with { Effects = [AnEffect("send", "R-1", EffectKind.SendRequest)] });

        await store.SaveAsync(Save(first.Next()) with { Settled = [new("send", EffectOutcome.Done, Noon)] });

        Assert.Empty(await store.PendingAsync().ToList());
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task Effects_that_are_done_are_counted_and_not_queued_but_for_sends_and_locates(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        var request = ARequest("R-1");
        var effects = Enum.GetValues<EffectKind>().Select(effect => AnEffect($"e-{effect}", "R-1", effect) with { Detail = "D" });

        await store.SaveAsync(Save(request) with { Effects = [.. effects], EffectsAreDone = true });

        Assert.Equal(
            [EffectKind.StartLocate, EffectKind.RetryLocate, EffectKind.SendRequest, EffectKind.RetrySend],
            (await store.PendingAsync().ToList()).Select(effect => effect.Kind).Order());
        Assert.Equal(
            Enum.GetNames<EffectKind>().Select(name => $"{name}(D)").Order(StringComparer.Ordinal),
            (await store.CountAsync()).Where(count => count.Value == 1).Select(count => count.Key).Order(StringComparer.Ordinal));
    }

    private static List<string> Ids(IReadOnlyList<LeasedEffect> leased) => [.. leased.Select(one => one.Effect.Id)];

    private static async Task<IReadOnlyList<OpenSend>> Sends(IWorkflowStore store) => (await store.LoadAsync("R-1", Key("R-1"))).OpenSends;
}
