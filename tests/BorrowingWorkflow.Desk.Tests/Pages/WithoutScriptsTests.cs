using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Storage;
using Microsoft.Playwright;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>The desk works where scripts are off.</summary>
[Collection(InBrowser.Name)]
public sealed class WithoutScriptsTests(BrowserRoom room)
{
    [BrowserFact]
    public async Task Everything_is_done_by_links_and_forms()
    {
        await using var desk = await ADesk().WithTerm().OpenAsync();
        await desk.FindAnomaliesAsync();

        await room.VisitAsync(desk.Address, Look.WithoutScripts, async visit =>
        {
            var page = visit.Page;

            // An item is worked.
            await visit.GoAsync("/desk");
            await visit.FollowAsync(page.Locator(".tile a", new() { HasText = "Active notes" }));
            var noted = await page.Locator("article.item dd code").First.InnerTextAsync();
            await visit.DoAsync(Trigger.DismissNote, "article.item");
            await Assertions.Expect(page.Locator(".notice.good")).ToContainTextAsync(noted);
            Assert.DoesNotContain((await desk.Workflow.FindAsync(noted))!.Notes, note => note.IsActive);

            // Searched, narrowed, paged.
            await page.Locator("#search").FillAsync(noted);
            await visit.FollowAsync(".search button");
            await Assertions.Expect(page.Locator(".rows a.row code")).ToHaveTextAsync([noted]);
            await visit.GoAsync("/desk/queue?scope=all");
            var first = await visit.RowsAsync();
            await visit.FollowAsync("a[rel=next]");
            await Assertions.Expect(page.Locator("a[rel=next]")).ToBeVisibleAsync();
            Assert.Empty(first.Intersect(await visit.RowsAsync()));
            await visit.GoAsync("/desk/queue");
            await visit.FollowAsync(page.Locator(".facets a", new() { HasText = "Request sent to partner" }));
            await Assertions.Expect(page.Locator(".facets a[aria-current]")).ToContainTextAsync("Request sent to partner");

            // Two are moved at once.
            await page.Locator(".rows input[name=id]").Nth(0).CheckAsync();
            await page.Locator(".rows input[name=id]").Nth(1).CheckAsync();
            await visit.FollowAsync("#bulk button");
            await page.Locator($"input[name=trigger][value={Trigger.Assign}]").CheckAsync();
            await visit.FollowAsync("main form.fields button");
            await page.Locator("input[name=assignee]").FillAsync("Ben");
            await visit.FollowAsync("main form.fields button");
            await Assertions.Expect(page.Locator("main [role=status]")).ToHaveTextAsync("2 of 2 requests were moved.");
            Assert.Equal(2, (await desk.Get<IRequestReader>().ListAsync(new() { Assignee = "Ben" }, 10)).Requests.Count);

            // A finding is dismissed.
            await visit.GoAsync("/desk/anomalies");
            await visit.FollowAsync(page.Locator(".findings a.button").First);
            var subject = page.Locator(".finding input[name=subject]").First;
            var dismissed = (await subject.GetAttributeAsync("value"))!;
            await subject.CheckAsync();
            await page.Locator("#dismiss input[name=reason]").FillAsync("The partner knows.");
            await visit.FollowAsync("#dismiss button");
            await Assertions.Expect(page.Locator(".notice.good")).ToBeVisibleAsync();
            var dismissal = Assert.Single(await desk.Get<IDeskLog>().DismissalsAsync(desk.Clock.GetUtcNow()));
            Assert.Equal((dismissed, "The partner knows."), (dismissal.Subject, dismissal.Reason));
            await Assertions.Expect(page.Locator($".finding input[value='{dismissed}']")).ToHaveCountAsync(0);
        });
    }
}
