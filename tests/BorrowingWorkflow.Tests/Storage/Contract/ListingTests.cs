using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Tests.Storage.Given;

namespace BorrowingWorkflow.Tests.Storage;

public class ListingTests
{
    private const int Seed = 20260901;

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_list_is_ordered_and_ties_follow_by_id(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.SaveAsync(Save(ARequest("c", with: request => request.EnteredAt = Noon.AddTicks(1))));
        await store.SaveAsync(Save(ARequest("b")));
        await store.SaveAsync(Save(ARequest("a")));
        await store.SaveAsync(Save(ARequest("d", with: request => request.EnteredAt = Noon.AddTicks(-1))));

        Assert.Equal(["d", "a", "b", "c"], await store.Ids(new() { Statuses = [BorrowingStatus.ReadyToBeSent] }));
        Assert.Equal(["c", "a", "b", "d"], await store.Ids(new() { Order = RequestOrder.Newest }));
        Assert.Equal(["c", "a", "b", "d"], await store.Ids(new() { Order = RequestOrder.Newest }, limit: 1));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task The_last_page_says_so(string kind)
    {
        await using var opened = Stores.Open(kind);
        for (var i = 0; i < 4; i++)
        {
            await opened.Store.SaveAsync(Save(ARequest($"R-{i}")));
        }

        var first = await opened.Store.ListAsync(new(), 2);
        var last = await opened.Store.ListAsync(new(), 2, first.Next);

        Assert.NotNull(first.Next);
        Assert.Null(last.Next);
        Assert.Empty((await opened.Store.ListAsync(new() { Statuses = [] }, 2)).Requests);
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_page_begins_where_some_page_ended_or_not_at_all(string kind)
    {
        await using var opened = Stores.Open(kind);

        await Assert.ThrowsAsync<ArgumentException>(async () => await opened.Store.ListAsync(new(), 2, "page 2"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await opened.Store.ListAsync(new(), 0));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task Every_condition_and_order_agrees_with_the_summaries(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        List<BorrowingRequest> all = [];
        var random = new Random(Seed);
        for (var i = 0; i < 300; i++)
        {
            all.Add(Any($"R-{i:000}", random));
            await store.SaveAsync(Save(all[^1]));
        }

        foreach (var query in Queries())
        {
            var expected = Expected(all, query);
            Assert.True(expected.SequenceEqual(await store.Ids(query, 1000)), $"seed {Seed}, {query}: in one page");
            Assert.True(expected.SequenceEqual(await store.Ids(query, 7)), $"seed {Seed}, {query}: in pages");
        }
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_scan_opens_what_is_watched_or_remarkable(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.SaveAsync(Save(ARequest("open")));
        await store.SaveAsync(Save(ARequest("closed", BorrowingStatus.RequestCompleted)));
        await store.SaveAsync(Save(ARequest("noted", BorrowingStatus.RequestCompleted, request => request.Notes = [new("n", "t", Noon)])));
        await store.SaveAsync(Save(ARequest("remarkable", BorrowingStatus.RequestCompleted, request => request.Traits = RequestTraits.Remarkable)));

        var watched = await store.ScanAsync(ScanScope.Watched).ToList();
        var everything = await store.ScanAsync(ScanScope.Everything).ToList();

        Assert.Equal(["noted", "open"], watched.Select(one => one.Summary.Id.Value).Order(StringComparer.Ordinal));
        Assert.All(watched, one => Assert.Null(one.Request));
        Assert.Equal(["closed", "noted", "open", "remarkable"], everything.Select(one => one.Summary.Id.Value).Order(StringComparer.Ordinal));
        Assert.All(everything, one => Assert.Equal(one.Summary.Id.Value == "closed", one.Request is null));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_scan_comes_in_batches_and_misses_none(string kind)
    {
        await using var opened = Stores.Open(kind);
        for (var i = 0; i < 2500; i++)
        {
            await opened.Store.SaveAsync(Save(ARequest($"R-{i}")));
        }

        HashSet<string> seen = [];
        await foreach (var batch in opened.Store.ScanAsync(ScanScope.Watched))
        {
            Assert.InRange(batch.Count, 1, 1000);
            Assert.All(batch, one => Assert.True(seen.Add(one.Summary.Id.Value)));
        }

        Assert.Equal(2500, seen.Count);
    }

    private static BorrowingRequest Any(string id, Random random)
    {
        BorrowingStatus[] statuses = [BorrowingStatus.ReadyToBeSent, BorrowingStatus.OverdueRequest, BorrowingStatus.RequestCompleted, BorrowingStatus.CancelledByPatron];
        return ARequest(id, statuses[random.Next(statuses.Length)], request =>
        {
            request.EnteredAt = Moment();
            request.Library = random.Next(2) == 0 ? "CSUN" : "CSULB";
            request.Patron = new(random.Next(3) == 0 ? "p1" : "p2");
            request.Assignee = random.Next(3) == 0 ? "ann" : null;
            request.Rota = [new("A") { State = EntryState.Rejected }, new("B") { State = random.Next(2) == 0 ? EntryState.Active : EntryState.Pending }];
            request.ActiveEntry = request.Rota[1].State == EntryState.Active ? 1 : null;
            request.LenderDueDate = random.Next(2) == 0 ? Moment() : null;
            request.HoldExpiresAt = random.Next(2) == 0 ? Moment() : null;
            request.Notes = random.Next(4) == 0 ? [new("n0", "t", Moment()) { DismissedAt = Noon }, new("n1", "t", Moment())] : [];
            request.Messages = random.Next(4) == 0 ? [new("g1", "A", "t", Moment())] : [];
            request.Traits = random.Next(4) == 0 ? RequestTraits.HoldExpired : RequestTraits.None;
        });

        DateTimeOffset Moment() => Noon.AddTicks(random.Next(20));
    }

    private static IEnumerable<RequestQuery> Queries()
    {
        foreach (var order in Enum.GetValues<RequestOrder>())
        {
            yield return new() { Order = order };
            yield return new() { Order = order, Statuses = [BorrowingStatus.ReadyToBeSent] };
            yield return new() { Order = order, Statuses = [BorrowingStatus.RequestCompleted, BorrowingStatus.OverdueRequest] };
            yield return new() { Order = order, AnyTrait = RequestTraits.ActiveNote };
            yield return new() { Order = order, AnyTrait = RequestTraits.ActiveMessage | RequestTraits.ActiveNote };
            yield return new() { Order = order, AnyTrait = RequestTraits.HoldExpired | RequestTraits.ActiveNote };
            yield return new() { Order = order, Library = "CSUN", Assignee = "ann" };
            yield return new() { Order = order, Partner = "A" };
            yield return new() { Order = order, Patron = "p1" };
            yield return new() { Order = order, Patron = "p1", Statuses = [BorrowingStatus.RequestCompleted], Partner = "B" };
            yield return new() { Order = order, EnteredAfter = Noon.AddTicks(3), EnteredBefore = Noon.AddTicks(9) };
            yield return new() { Order = order, Statuses = [BorrowingStatus.OverdueRequest, BorrowingStatus.CancelledByPatron], EnteredAfter = Noon.AddTicks(12) };
            yield return new() { Order = order, HoldExpiresBefore = Noon.AddTicks(10) };
        }
    }

    private static List<string> Expected(List<BorrowingRequest> all, RequestQuery query)
    {
        var found = all.Where(request => query.Matches(RequestSummary.Of(request)) && (query.Patron is null || query.Patron == request.Patron!.Id));
        var ordered = query.Order switch
        {
            RequestOrder.LongestInStatus => found.OrderBy(request => request.EnteredAt),
            RequestOrder.Newest => found.OrderByDescending(request => request.EnteredAt),
            RequestOrder.OldestNote => found.OrderBy(request => request.Notes.FirstOrDefault(note => note.IsActive)?.At ?? DateTimeOffset.MaxValue),
            RequestOrder.OldestMessage => found.OrderBy(request => request.Messages.FirstOrDefault(message => message.IsActive)?.At ?? DateTimeOffset.MaxValue),
            RequestOrder.DueDate => found.OrderBy(request => request.DueDate ?? DateTimeOffset.MaxValue),
            _ => found.OrderBy(request => request.HoldExpiresAt ?? DateTimeOffset.MaxValue),
        };
        return [.. ordered.ThenBy(request => request.Id.Value, StringComparer.Ordinal).Select(request => request.Id.Value)];
    }
}
