using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Lists come in pages.</summary>
internal static class PagingCases
{
    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-26", "RequestPage.Next", "The last page says that it is the last, a full one too", TheLastPage),
        new("STORE-27", "IRequestReader.ListAsync", "A place in a list that no page gave, and a limit below 1, are argument errors", BadArguments),
        new("STORE-28", "IRequestReader.ListAsync", "Pages leave out no request that does not change, and hold none twice, whatever is saved between them", WhileOthersWrite),
    ];

    private static async Task TheLastPage(StoreTrial trial)
    {
        Check.Equal(null, (await trial.Store.ListAsync(new(), 2)).Next, "what follows the only page of an empty list");
        for (var i = 0; i < 4; i++)
        {
            await trial.Store.SaveAsync(Save(ARequest($"R-{i}")));
        }

        var first = await trial.Store.ListAsync(new(), 2);
        Check.That(first.Next is not null, "the first of two pages says that it is the last.");
        var last = await trial.Store.ListAsync(new(), 2, first.Next);
        Check.Same(["R-2", "R-3"], last.Requests.Select(request => request.Id.Value), "the second page");
        Check.Equal(null, last.Next, "what follows the last page");
        Check.Equal(null, (await trial.Store.ListAsync(new(), 4)).Next, "what follows the only page");
    }

    private static async Task BadArguments(StoreTrial trial)
    {
        await trial.Store.SaveAsync(Save(ARequest("R-1")));
        foreach (var after in (string[])["page 2", "", ":", "5", "x:R-1", "5:"])
        {
            await Check.ThrowsAsync<ArgumentException>(async () => await trial.Store.ListAsync(new(), 2, after), $"a list after \"{after}\"");
        }

        await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => await trial.Store.ListAsync(new(), 0), "a list of pages of 0");
        await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => await trial.Store.LeaseAsync(Noon, 0, Minute), "a lease of 0 effects");
        await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => await trial.Store.LeaseDueAsync(Noon, -1, Minute), "a lease of -1 requests");
    }

    private static async Task WhileOthersWrite(StoreTrial trial)
    {
        var (store, random) = (trial.Store, trial.Random);
        List<BorrowingRequest> moving = [];
        List<RequestSave> saves = [];
        for (var i = 0; i < 90; i++)
        {
            var request = ARequest($"{(i % 2 == 0 ? "steady" : "moving")}-{i:00}", with: AnyMoment);
            saves.Add(Save(request));
            if (i % 2 != 0)
            {
                moving.Add(request);
            }
        }

        await store.SaveAllAsync(saves);
        foreach (var order in Enum.GetValues<RequestOrder>())
        {
            List<string> seen = [];
            var page = await store.ListAsync(new() { Order = order }, 8);
            while (true)
            {
                seen.AddRange(page.Requests.Select(request => request.Id.Value));
                for (var i = 0; i < 5; i++)
                {
                    var which = random.Next(moving.Count);
                    moving[which] = moving[which].Next(AnyMoment);
                    await store.SaveAsync(Save(moving[which]));
                }

                if (page.Next is null)
                {
                    break;
                }

                page = await store.ListAsync(new() { Order = order }, 8, page.Next);
            }

            Check.Same(
                saves.Select(save => save.Request).Where(request => request.Id.Value.StartsWith("steady", StringComparison.Ordinal)).Select(request => request.Id.Value),
                seen.Where(id => id.StartsWith("steady", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
                $"the requests by {order} that did not change while the pages were read");
        }

        void AnyMoment(BorrowingRequest request)
        {
            var moment = Noon.AddTicks(random.Next(30));
            (request.EnteredAt, request.PatronDueDate, request.HoldExpiresAt) = (moment, moment, random.Next(3) == 0 ? null : moment);
            request.Notes = [new("n", "text", moment)];
            request.Messages = [new("g", "A", "text", moment)];
        }
    }
}
