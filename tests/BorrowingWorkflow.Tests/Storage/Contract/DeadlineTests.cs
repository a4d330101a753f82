using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Tests.Storage.Given;

namespace BorrowingWorkflow.Tests.Storage;

public class DeadlineTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task What_is_due_longest_comes_first_and_once(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.SaveAsync(Save(Due("b", Noon)));
        await store.SaveAsync(Save(Due("a", Noon)));
        await store.SaveAsync(Save(Due("first", Noon - Minute)));
        await store.SaveAsync(Save(Due("later", Noon.AddTicks(1))));
        await store.SaveAsync(Save(ARequest("never")));

        Assert.Equal(["first", "a"], await Lease(2));
        Assert.Equal(["b"], await Lease(2));
        Assert.Empty(await Lease(2));

        async Task<IEnumerable<string>> Lease(int limit) => (await store.LeaseDueAsync(Noon, limit, Minute)).Select(id => id.Value);
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_lease_that_ran_out_is_taken_again(string kind)
    {
        await using var opened = Stores.Open(kind);
        await opened.Store.SaveAsync(Save(Due("R-1", Noon)));

        Assert.Single(await opened.Store.LeaseDueAsync(Noon, 10, Minute));
        Assert.Empty(await opened.Store.LeaseDueAsync(Noon + Minute - TimeSpan.FromTicks(1), 10, Minute));
        Assert.Single(await opened.Store.LeaseDueAsync(Noon + Minute, 10, Minute));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_save_ends_the_lease(string kind)
    {
        await using var opened = Stores.Open(kind);
        var request = Due("R-1", Noon);
        await opened.Store.SaveAsync(Save(request));
        await opened.Store.LeaseDueAsync(Noon, 10, TimeSpan.FromDays(1));

        await opened.Store.SaveAsync(Save(request.Next(next => next.Deadlines = [new(DeadlineKind.DueDate, Noon + Minute)])));

        Assert.Empty(await opened.Store.LeaseDueAsync(Noon, 10, Minute));
        Assert.Single(await opened.Store.LeaseDueAsync(Noon + Minute, 10, Minute));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task Of_many_sweepers_each_request_goes_to_one(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        for (var i = 0; i < 100; i++)
        {
            await store.SaveAsync(Save(Due($"R-{i}", Noon)));
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await store.LeaseDueAsync(Noon, 7, Minute))));

        Assert.Equal(100, taken.Sum(ids => ids.Count));
        Assert.Equal(100, taken.SelectMany(ids => ids).Distinct().Count());
    }

    private static BorrowingRequest Due(string id, DateTimeOffset at) =>
        ARequest(id, with: request => request.Deadlines = [new(DeadlineKind.PartnerExpiry, at), new(DeadlineKind.Retention, at.AddYears(1))]);
}
