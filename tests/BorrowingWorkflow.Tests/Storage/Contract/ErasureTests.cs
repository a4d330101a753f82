using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Tests.Storage.Given;

namespace BorrowingWorkflow.Tests.Storage;

public class ErasureTests
{
    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_purge_keeps_what_came_when_from_whom_and_nothing_that_it_said(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        var first = ARequest("R-1");
        var said = Save(first);
        said = said with { Event = said.Event with { Reason = "why", Who = "pat", By = Actor.Patron, Clause = "IN-1" } };
        await store.SaveAsync(said with { Effects = [AnEffect("tell", "R-1") with { Text = "Dear patron" }, AnEffect("alert", "R-1", EffectKind.AlertStaff)] });

        var purge = Save(first.Next(Purge)) with { ErasesPatronData = true };
        await store.SaveAsync(purge with { Event = purge.Event with { Data = null } });

        var history = await store.HistoryAsync("R-1");
        Assert.All(history, item => Assert.Null(item.Data));
        Assert.Equal(said.Event with { Data = null, Reason = null, Who = null, Records = history[0].Records, Permitted = history[0].Permitted }, history[0]);
        Assert.NotNull((await store.LoadAsync("R-1", said.Key)).FirstVerdict);
        Assert.All(await store.LeaseAsync(Noon, 10, TimeSpan.FromMinutes(1)), leased => Assert.Null(leased.Effect.Text));
        Assert.Empty(await store.Ids(new() { Patron = "patron-R-1" }));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_purge_that_loses_erases_nothing(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        var first = ARequest("R-1");
        await store.SaveAsync(Save(first));
        await store.SaveAsync(Save(first.Next()));

        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => store.SaveAsync(Save(first.Next(Purge), "purge") with { ErasesPatronData = true }).AsTask());

        Assert.All(await store.HistoryAsync("R-1"), item => Assert.NotNull(item.Data!.Text));
        Assert.Equal(["R-1"], await store.Ids(new() { Patron = "patron-R-1" }));
    }

    private static void Purge(BorrowingRequest request)
    {
        request.Status = BorrowingStatus.Deleted;
        request.Traits = RequestTraits.Final;
        request.Patron = null;
        request.Citation = new();
    }
}
