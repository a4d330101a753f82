using System.Text;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Tests.Storage.Given;

namespace BorrowingWorkflow.Tests.Storage;

public class SavingTests
{
    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task An_unknown_request_loads_as_nothing(string kind)
    {
        await using var opened = Stores.Open(kind);

        var loaded = await opened.Store.LoadAsync("R-1", Key("R-1"));

        Assert.Null(loaded.Request);
        Assert.Null(loaded.FirstVerdict);
        Assert.Empty(loaded.OpenSends);
        Assert.Null(await opened.Store.FindAsync("R-1"));
        Assert.Empty(await opened.Store.HistoryAsync("R-1"));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task Every_member_comes_back_as_it_was_to_the_tick_and_the_letter(string kind)
    {
        await using var opened = Stores.Open(kind);
        var save = Save(EveryMember.OfARequest()) with { Event = EveryMember.OfAnEvent() };
        var effect = EveryMember.OfAnEffect();
        await opened.Store.SaveAsync(save with { Effects = [effect] });

        var loaded = await opened.Store.LoadAsync(save.Request.Id, save.Key);
        var leased = Assert.Single(await opened.Store.LeaseAsync(effect.NotBefore, 10, TimeSpan.FromMinutes(1)));

        Assert.Equal(Text(BorrowingRequestJson.Serialize(save.Request)), Text(BorrowingRequestJson.Serialize(loaded.Request!)));
        Assert.Equal(Text(BorrowingRequestJson.Serialize(save.Event)), Text(BorrowingRequestJson.Serialize(loaded.FirstVerdict!)));
        Assert.Equal(effect, leased.Effect);
        Assert.Equal(save.Request.EnteredAt.UtcTicks, loaded.Request!.EnteredAt.UtcTicks);
        Assert.Equal(save.Request.Citation.Title, loaded.Request.Citation.Title);
        Assert.Equal(RequestSummary.Of(save.Request), Assert.Single(await opened.Store.ScanAsync(ScanScope.Watched).ToList()).Summary);
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task Ids_and_keys_differ_by_case_accent_and_form(string kind)
    {
        await using var opened = Stores.Open(kind);
        string[] ids = ["r", "R", "é", "e\u0301", "ß", "ss", "𐍈", "R 1", "R%"];
        foreach (var id in ids)
        {
            await opened.Store.SaveAsync(Save(ARequest(id), "é"));
        }

        foreach (var id in ids)
        {
            Assert.Equal(id, (await opened.Store.FindAsync(id))!.Id.Value);
            Assert.NotNull((await opened.Store.LoadAsync(id, Key(id, "é"))).FirstVerdict);
            Assert.Null((await opened.Store.LoadAsync(id, Key(id, "e\u0301"))).FirstVerdict);
            Assert.Null((await opened.Store.LoadAsync(id, Key(id, "É"))).FirstVerdict);
            Assert.Null((await opened.Store.LoadAsync(id, Key(id, "é") with { Sender = "patron" })).FirstVerdict);
        }
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task The_history_is_in_order_and_each_message_finds_its_verdict(string kind)
    {
        await using var opened = Stores.Open(kind);
        var request = ARequest("R-1");
        await opened.Store.SaveAsync(Save(request));
        for (var i = 0; i < 11; i++)
        {
            request = request.Next();
            await opened.Store.SaveAsync(Save(request, verdict: Verdict.OutOfSequence));
        }

        Assert.Equal(Enumerable.Range(1, 12), (await opened.Store.HistoryAsync("R-1")).Select(item => item.Revision));
        Assert.Equal(7, (await opened.Store.LoadAsync("R-1", Key("R-1", "m7"))).FirstVerdict!.Revision);
        Assert.Equal(12, (await opened.Store.FindAsync("R-1"))!.Revision);
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_request_is_new_only_once(string kind)
    {
        await using var opened = Stores.Open(kind);
        await opened.Store.SaveAsync(Save(ARequest("R-1")));

        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(() => opened.Store.SaveAsync(Save(ARequest("R-1"), "other")).AsTask());

        Assert.Equal("R-1", conflict.Request.Value);
        Assert.True(conflict.Expected.IsNew);
        Assert.Equal(1, conflict.Actual);
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_save_on_an_old_revision_writes_nothing(string kind)
    {
        await using var opened = Stores.Open(kind);
        var first = ARequest("R-1");
        await opened.Store.SaveAsync(Save(first));
        await opened.Store.SaveAsync(Save(first.Next()));
        var late = Save(first.Next(request => request.Assignee = "late"), "late") with { Effects = [AnEffect("R-1/late", "R-1")] };

        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(() => opened.Store.SaveAsync(late).AsTask());

        Assert.Equal(2, conflict.Actual);
        Assert.Equal(ExpectedVersion.Exactly(1), conflict.Expected);
        await AssertNothingOf(late, opened.Store);
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_save_of_a_request_that_is_not_there_is_a_conflict(string kind)
    {
        await using var opened = Stores.Open(kind);

        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(() => opened.Store.SaveAsync(Save(ARequest("R-1").Next())).AsTask());

        Assert.Equal(0, conflict.Actual);
        Assert.Null(await opened.Store.FindAsync("R-1"));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_message_is_kept_once(string kind)
    {
        await using var opened = Stores.Open(kind);
        var first = ARequest("R-1");
        await opened.Store.SaveAsync(Save(first, "same"));
        var again = Save(first.Next(), "same") with { Effects = [AnEffect("R-1/late", "R-1")] };

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => opened.Store.SaveAsync(again).AsTask());

        Assert.Equal(1, (await opened.Store.FindAsync("R-1"))!.Revision);
        Assert.Empty(await opened.Store.CountAsync());
        Assert.Single(await opened.Store.HistoryAsync("R-1"));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task An_effect_id_that_is_taken_is_a_conflict(string kind)
    {
        await using var opened = Stores.Open(kind);
        await opened.Store.SaveAsync(Save(ARequest("R-1")) with { Effects = [AnEffect("E", "R-1")] });
        var other = Save(ARequest("R-2")) with { Effects = [AnEffect("E", "R-2")] };

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => opened.Store.SaveAsync(other).AsTask());

        await AssertNothingOf(other, opened.Store);
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task Parts_that_do_not_belong_together_are_a_mistake(string kind)
    {
        await using var opened = Stores.Open(kind);
        var save = Save(ARequest("R-1"));

        await Assert.ThrowsAsync<ArgumentException>(async () => await opened.Store.SaveAsync(save with { Expected = ExpectedVersion.Exactly(3) }));
        await Assert.ThrowsAsync<ArgumentException>(async () => await opened.Store.SaveAsync(save with { Key = Key("R-2") }));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task Of_a_hundred_writers_one_wins_each_revision(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.SaveAsync(Save(ARequest("R-1")));
        for (var revision = 1; revision <= 5; revision++)
        {
            var current = (await store.FindAsync("R-1"))!;
            var attempts = Enumerable.Range(0, 100).Select(writer => Task.Run(async () =>
            {
                try
                {
                    await store.SaveAsync(Save(current.Next(next => next.Assignee = $"w{writer}"), $"r{revision}-w{writer}"));
                    return writer;
                }
                catch (ConcurrencyConflictException)
                {
                    return -1;
                }
            }));

            var winner = Assert.Single(await Task.WhenAll(attempts), writer => writer >= 0);

            Assert.Equal($"w{winner}", (await store.FindAsync("R-1"))!.Assignee);
        }

        Assert.Equal(Enumerable.Range(1, 6), (await store.HistoryAsync("R-1")).Select(item => item.Revision));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task Saves_of_many_callers_are_all_there_and_a_failing_one_harms_none(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.SaveAsync(Save(ARequest("taken")));

        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await store.SaveAsync(Save(ARequest($"R-{caller}-{i}")));
                await Assert.ThrowsAsync<ConcurrencyConflictException>(() => store.SaveAsync(Save(ARequest("taken"), $"{caller}-{i}")).AsTask());
            }
        })));

        Assert.Equal(641, (await store.ScanAsync(ScanScope.Everything).ToList()).Count);
        Assert.Single(await store.HistoryAsync("taken"));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_cancelled_call_leaves_nothing(string kind)
    {
        await using var opened = Stores.Open(kind);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await opened.Store.SaveAsync(Save(ARequest("R-1")), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await opened.Store.LoadAsync("R-1", Key("R-1"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await opened.Store.ListAsync(new(), 1, null, cancelled));

        Assert.Null(await opened.Store.FindAsync("R-1"));
    }

    private static async Task AssertNothingOf(RequestSave save, IWorkflowStore store)
    {
        Assert.NotEqual(save.Request.Assignee ?? "-", (await store.FindAsync(save.Request.Id))?.Assignee);
        Assert.Null((await store.LoadAsync(save.Request.Id, save.Key)).FirstVerdict);
        Assert.DoesNotContain(await store.HistoryAsync(save.Request.Id), item => item.MessageId == save.Event.MessageId);
        Assert.DoesNotContain(await store.PendingAsync().ToList(), effect => effect.Request == save.Request.Id);
    }

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);
}
