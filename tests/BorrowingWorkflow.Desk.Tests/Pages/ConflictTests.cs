using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using Microsoft.Playwright;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>Two members of staff take up the same request.</summary>
[Collection(InBrowser.Name)]
public sealed class ConflictTests(BrowserRoom room)
{
    private static readonly RequestId Id = new("R-1");

    [BrowserFact]
    public async Task Who_comes_second_sees_both_versions_and_keeps_what_was_typed()
    {
        await using var desk = await ADesk().WithRequests(world => world.RequestInAsync(BorrowingStatus.RequestSentToPartner)).OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async ana =>
        {
            var ben = await ana.CompanionAsync(Look.Desktop);
            ana.Watcher.Expect(409);
            await ana.GoAsync($"/desk/request?id={Id}");
            await ben.GoAsync($"/desk/request?id={Id}");
            var form = await ana.OpenAsync(Trigger.AddNote);
            await form.Locator("[name=text]").FillAsync("  Long thoughts of \"Ana\" <3\nin two lines.");

            await ben.DoAsync(Trigger.SkipPartner);
            await Assertions.Expect(ben.Page.Locator(".notice.good")).ToBeVisibleAsync();
            var moved = (await desk.Workflow.FindAsync(Id))!;
            await ana.SendAsync(form);

            var versions = ana.Page.Locator(".versions section");
            Assert.Contains("Request sent to partner", await versions.Nth(0).InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Waiting for cancel response", await versions.Nth(1).InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Go on to the next partner", await ana.Page.Locator("ol.events").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal("Long thoughts of \"Ana\" <3\nin two lines.", await ana.Page.Locator("textarea[name=text]").InputValueAsync());
            Assert.Equal(moved.Revision, (await desk.Workflow.FindAsync(Id))!.Revision);

            await ana.DoAsync(Trigger.AddNote);
            await Assertions.Expect(ana.Page.Locator(".notice.good")).ToBeVisibleAsync();
        });

        var now = (await desk.Workflow.FindAsync(Id))!;
        Assert.Equal(BorrowingStatus.WaitingForCancelResponse, now.Status);
        Assert.Equal("Long thoughts of \"Ana\" <3\nin two lines.", Assert.Single(now.Notes).Text.ReplaceLineEndings("\n"));
    }

    [BrowserFact]
    public async Task What_is_no_longer_possible_is_said_and_not_offered()
    {
        await using var desk = await ADesk().WithRequests(world => world.RequestInAsync(BorrowingStatus.RequestSentToPartner)).OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            visit.Watcher.Expect(409);
            await visit.GoAsync($"/desk/request?id={Id}");
            await desk.World.PartnerAsync(Id, "CSUN", Trigger.PartnerShipped);

            await visit.DoAsync(Trigger.SkipPartner);

            Assert.Contains("no longer possible", await visit.MainAsync(), StringComparison.Ordinal);
            await Assertions.Expect(visit.Page.Locator("main form")).ToHaveCountAsync(0);
        });

        Assert.Equal(BorrowingStatus.ShippedPhysically, (await desk.Workflow.FindAsync(Id))!.Status);
    }
}
