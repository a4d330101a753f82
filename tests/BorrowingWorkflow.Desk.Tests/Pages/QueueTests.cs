using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Desk.Tests.Hosts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Playwright;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>The queue of the tool's own term: narrowed, searched, ordered, paged, taken out, and moved at once.</summary>
[Collection(InBrowser.Name)]
public sealed class QueueTests(BrowserRoom room)
{
    [BrowserFact]
    public async Task Facets_narrow_and_release()
    {
        await using var desk = await ADesk().WithTerm().OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            await visit.GoAsync("/desk/queue?scope=all");
            var all = await CountAsync(visit);
            foreach (var facet in (string[])["Status", "In status", "Flags", "Partner"])
            {
                var choice = visit.Page.Locator($".facets nav[aria-label^='{facet}' i] a").First;
                var promised = Number(await choice.Locator(".count").InnerTextAsync());
                await visit.FollowAsync(choice);

                Assert.Equal(promised, await CountAsync(visit));
                await visit.FollowAsync(".facets a[aria-current]");
                await visit.GoAsync("/desk/queue?scope=all");
            }

            await visit.FollowAsync(visit.Page.Locator(".facets nav[aria-label^='Partner' i] a").First);
            var ofPartner = await CountAsync(visit);
            await visit.FollowAsync(visit.Page.Locator(".facets nav[aria-label^='Status' i] a").First);
            Assert.InRange(await CountAsync(visit), 1, ofPartner);
            await visit.FollowAsync(".facets nav[aria-label^='Status' i] a[aria-current]");
            await visit.FollowAsync(".facets nav[aria-label^='Partner' i] a[aria-current]");
            await visit.Page.Locator("form.narrow select[name=scope]").SelectOptionAsync("all");
            await visit.FollowAsync("form.narrow button");
            Assert.Equal(all, await CountAsync(visit));
        });
    }

    [BrowserFact]
    public async Task The_pages_and_the_file_have_every_request_once()
    {
        await using var desk = await ADesk().WithTerm().OpenAsync();
        var all = (await desk.Get<IRequestReader>().ListAsync(new(), 10_000)).Requests.Select(summary => summary.Id.Value).Order(StringComparer.Ordinal).ToList();
        var paged = new List<string>();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            await visit.GoAsync("/desk/queue?scope=all");
            var pages = 1;
            for (paged.AddRange(await visit.RowsAsync()); await visit.Page.Locator("a[rel=next]").CountAsync() == 1; paged.AddRange(await visit.RowsAsync()))
            {
                await visit.FollowAsync("a[rel=next]");
                Assert.True(++pages <= all.Count, "The pages never end.");
            }

            Assert.True(pages > 2, "There has to be a page between the first and the last.");
        });

        Assert.Equal(all, paged.Order(StringComparer.Ordinal));
        using var client = new DeskClient(desk);
        using var file = await client.GetAsync("/desk/queue.csv?scope=all");
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(paged, Csv.Read(await file.Content.ReadAsStringAsync()).Skip(1).Select(line => line[0]));
    }

    [BrowserFact]
    public async Task Every_order_is_the_stores_and_every_search_finds()
    {
        await using var desk = await ADesk().WithTerm().WithRequests(world => world.RequestInAsync(BorrowingStatus.RequestSentToPartner, new()
        {
            Id = new("FIND-ME-1"),
            Submission = new()
            {
                Library = "SDSU",
                Patron = new("patron 007"),
                ExternalId = "alma/77",
                Citation = new() { Title = "Ünïcode for Übermorgen", Isbn = "978-0-06-051275-0" },
            },
        })).OpenAsync();
        var reader = desk.Get<IRequestReader>();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            foreach (var order in Enum.GetValues<RequestOrder>())
            {
                await visit.GoAsync("/desk/queue");
                await visit.Page.Locator("form.narrow select[name=order]").SelectOptionAsync(order.ToString());
                await visit.FollowAsync("form.narrow button");
                var page = await reader.ListAsync(new() { Statuses = StatusGroups.NotFinal, Order = order }, 50);
                Assert.Equal(page.Requests.Select(summary => summary.Id.Value), await visit.RowsAsync());
            }

            foreach (var text in (string[])["FIND-ME-1", "find-me", "alma/77", "unicode uber", "9780060512750"])
            {
                await visit.Page.Locator("#search").FillAsync(text);
                await visit.Page.Locator("#search").PressAsync("Enter");
                await Assertions.Expect(visit.Page.Locator(".rows a.row code")).ToHaveTextAsync(["FIND-ME-1"]);
            }

            await visit.GoAsync("/desk/queue");
            await visit.Page.Locator("input[name=patron]").FillAsync("patron 007");
            await visit.FollowAsync("form.narrow button");
            await Assertions.Expect(visit.Page.Locator(".rows a.row code")).ToHaveTextAsync(["FIND-ME-1"]);
        });
    }

    [BrowserFact]
    public async Task What_was_moved_meanwhile_is_left_as_it_is()
    {
        await using var desk = await ADesk().WithRequests(async world =>
        {
            for (var i = 0; i < 3; i++)
            {
                await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);
            }
        }).OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            await visit.GoAsync("/desk/queue");
            await visit.Page.Locator("[data-check-all=id] input").CheckAsync();
            await visit.FollowAsync("#bulk button");
            await visit.Page.Locator($"input[name=trigger][value={Trigger.SkipPartner}]").CheckAsync();
            await visit.FollowAsync("main form.fields button");
            await desk.World.PartnerAsync(new("R-2"), "CSUN", Trigger.PartnerShipped);

            await visit.FollowAsync("main form.fields button");

            await Assertions.Expect(visit.Page.Locator("main [role=status]")).ToHaveTextAsync("2 of 3 requests were moved.");
            Assert.Contains("somebody else moved it", await visit.Page.Locator(".events li", new() { HasText = "R-2" }).InnerTextAsync(), StringComparison.Ordinal);
        });

        Assert.Equal(
            [BorrowingStatus.WaitingForCancelResponse, BorrowingStatus.ShippedPhysically, BorrowingStatus.WaitingForCancelResponse],
            [(await desk.World.FindAsync("R-1")).Status, (await desk.World.FindAsync("R-2")).Status, (await desk.World.FindAsync("R-3")).Status]);
    }

    private static async Task<int> CountAsync(Visit visit) => Number(await visit.Page.Locator("h1 small").InnerTextAsync());

    private static int Number(string text) => int.Parse(string.Concat(text.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
}
