using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Lists hold what a query asks for, in its order.</summary>
internal static class ListCases
{
    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-23", "RequestQuery.Order", "A list is ordered to the tick, and ties follow by id, character by character", Ordered),
        new("STORE-24", "RequestQuery.Matches", "Every condition, alone and together, in every order and page size, agrees with RequestQuery.Matches", trial => EveryAnswer(trial, 200, SampleRequests.Queries, 7)),
        new("STORE-25", "IRequestReader.ListAsync", "A list shows what the last save said, and no longer what it said before", AfterASave),
    ];

    private static async Task Ordered(StoreTrial trial)
    {
        // As their UTF-8 bytes sort; UTF-16 puts the last two the other way round.
        string[] ties = ["-", "10", "9", "A", "Z", "a", "a b", "a-b", "ab", "b", "e\u0301", "z", "ß", "é", "漢", "\uff21", "𐍈"];
        await trial.Store.SaveAllAsync(ties.OrderBy(_ => trial.Random.Next()).ToList().Select(id => Save(ARequest(id, with: AllNoon))));
        await trial.Store.SaveAsync(Save(ARequest("m-late", with: request => request.EnteredAt = Noon + Tick)));
        await trial.Store.SaveAsync(Save(ARequest("m-early", with: request => request.EnteredAt = Noon - Tick)));

        Check.Same(["m-early", .. ties, "m-late"], await trial.Store.Ids(new()), "the list of the longest in status");
        Check.Same(["m-early", .. ties, "m-late"], await trial.Store.Ids(new() { Statuses = [BorrowingStatus.ReadyToBeSent] }, 3), "the list of the longest in a status, in pages of 3");
        Check.Same(["m-late", .. ties, "m-early"], await trial.Store.Ids(new() { Order = RequestOrder.Newest }, 1), "the list of the newest, in pages of 1");
        foreach (var order in (RequestOrder[])[RequestOrder.OldestNote, RequestOrder.OldestMessage, RequestOrder.DueDate, RequestOrder.HoldExpiry])
        {
            Check.Same([.. ties, "m-early", "m-late"], await trial.Store.Ids(new() { Order = order }, 4), $"the list by {order}, in pages of 4");
        }
    }

    private static void AllNoon(BorrowingRequest request)
    {
        (request.LenderDueDate, request.HoldExpiresAt) = (Noon, Noon);
        request.Notes = [new("n", "text", Noon)];
        request.Messages = [new("g", "A", "text", Noon)];
    }

    /// <summary>Lists of any requests hold what is expected of them, in one page and in small ones.</summary>
    internal static async Task EveryAnswer(StoreTrial trial, int count, Func<Random, IEnumerable<RequestQuery>> queries, int pageSize)
    {
        List<BorrowingRequest> all = [.. Enumerable.Range(0, count).Select(i => SampleRequests.Any($"R-{i:000}", trial.Random))];
        await trial.Store.SaveAllAsync(all.Select(request => Save(request)));

        foreach (var query in queries(trial.Random))
        {
            var expected = SampleRequests.Expected(all, query);
            Check.Same(expected, await trial.Store.Ids(query, 1000), $"{query}, in one page");
            Check.Same(expected, await trial.Store.Ids(query, pageSize), $"{query}, in pages of {pageSize}");
        }
    }

    private static async Task AfterASave(StoreTrial trial)
    {
        var store = trial.Store;
        var first = ARequest("R-1", with: request => Set(request, "1", BorrowingStatus.ReadyToBeSent, Noon));
        var second = first.Next(request => Set(request, "2", BorrowingStatus.OverdueRequest, Noon.AddDays(2)));
        var closed = second.Next(request => (request.Status, request.Traits, request.Patron) = (BorrowingStatus.RequestCompleted, RequestTraits.Final, null));
        await store.SaveAsync(Save(first));
        await store.SaveAsync(Save(second));

        foreach (var query in Of("1", BorrowingStatus.ReadyToBeSent, Noon))
        {
            Check.Same([], await store.Ids(query), $"what is found by what the request was: {query}");
        }

        foreach (var query in Of("2", BorrowingStatus.OverdueRequest, Noon.AddDays(2)))
        {
            Check.Same(["R-1"], await store.Ids(query), $"what is found by what the request is: {query}");
        }

        await store.SaveAsync(Save(closed));
        Check.Same([], await store.Ids(new() { Patron = "patron-2" }), "what is found by a patron who was taken out");
        Check.Same([], await store.Ids(new() { Statuses = [BorrowingStatus.OverdueRequest] }), "what is found by the status before the close");
        Check.Same(["R-1"], await store.Ids(new() { Statuses = [BorrowingStatus.RequestCompleted] }), "what is found by the status after the close");
        Check.Same([RequestSummary.Of(closed)], (await store.ListAsync(new(), 10)).Requests, "the list of everything");
    }

    private static void Set(BorrowingRequest request, string n, BorrowingStatus status, DateTimeOffset at)
    {
        (request.Library, request.Assignee, request.Patron, request.Pickup) = ("library-" + n, "assignee-" + n, new("patron-" + n), "pickup-" + n);
        (request.Status, request.EnteredAt, request.HoldExpiresAt) = (status, at, at);
        (request.Rota, request.ActiveEntry) = ([new("partner-" + n) { State = EntryState.Active }], 0);
        request.Traits = n == "1" ? RequestTraits.HoldExpired : RequestTraits.KeptActive;
    }

    private static RequestQuery[] Of(string n, BorrowingStatus status, DateTimeOffset at) =>
    [
        new() { Library = "library-" + n }, new() { Assignee = "assignee-" + n }, new() { Patron = "patron-" + n }, new() { Partner = "partner-" + n },
        new() { Pickup = "pickup-" + n },
        new() { Statuses = [status] }, new() { AnyTrait = n == "1" ? RequestTraits.HoldExpired : RequestTraits.KeptActive },
        new() { EnteredAfter = at - Tick, EnteredBefore = at + Tick },
    ];
}
