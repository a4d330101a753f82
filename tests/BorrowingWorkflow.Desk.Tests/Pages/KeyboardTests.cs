using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using Microsoft.Playwright;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>The desk is worked without a mouse.</summary>
[Collection(InBrowser.Name)]
public sealed class KeyboardTests(BrowserRoom room)
{
    [BrowserFact]
    public async Task A_list_is_worked_from_top_to_bottom_by_keys()
    {
        await using var desk = await ADesk().WithRequests(async world =>
        {
            for (var i = 1; i <= 5; i++)
            {
                await world.RequestInAsync(BorrowingStatus.ReturnedByPatron);
                await world.AdvanceAsync(TimeSpan.FromMinutes(1));
            }
        }).OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            var keys = visit.Page.Keyboard;
            await visit.GoAsync("/desk");
            await keys.PressAsync("Tab");
            Assert.Equal("skip", await FocusAsync(visit, "className"));
            await keys.PressAsync("Enter");
            await keys.PressAsync("Tab");
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"), "The skip link leads into the page's main part.");

            await TabToAsync(visit, "a[href$='/desk/check?id=returned-by-patron']");
            await keys.PressAsync("Enter");
            for (var left = 5; left > 2; left--)
            {
                await Assertions.Expect(visit.Page.Locator(".list li")).ToHaveCountAsync(left);
                Assert.Equal(nameof(Trigger.ScanIn), await FocusAsync(visit, "form.elements.trigger.value"));
                await keys.PressAsync("Enter");
            }

            // Two are left: up and down the list, to the next, to the search.
            await Assertions.Expect(visit.Page.Locator(".list li")).ToHaveCountAsync(2);
            await keys.PressAsync("j");
            Assert.Contains("R-5", await FocusAsync(visit, "textContent"), StringComparison.Ordinal);
            await keys.PressAsync("k");
            Assert.Contains("R-4", await FocusAsync(visit, "textContent"), StringComparison.Ordinal);
            await keys.PressAsync("n");
            await Assertions.Expect(visit.Page.Locator("article.item code").First).ToHaveTextAsync("R-5");
            await keys.PressAsync("/");
            Assert.Equal("search", await FocusAsync(visit, "id"));
            await keys.TypeAsync("R-1");
            await keys.PressAsync("Enter");
            await Assertions.Expect(visit.Page.Locator(".rows a.row code")).ToHaveTextAsync(["R-1"]);
        });

        for (var i = 1; i <= 5; i++)
        {
            Assert.Equal(i <= 3, (await desk.World.FindAsync($"R-{i}")).Status != BorrowingStatus.ReturnedByPatron);
        }
    }

    /// <summary>What is asked twice is opened and confirmed by keys too.</summary>
    [BrowserFact]
    public async Task What_cannot_be_undone_is_confirmed_by_keys()
    {
        await using var desk = await ADesk().WithRequests(world => world.RequestInAsync(BorrowingStatus.LocateInProcess)).OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            await visit.GoAsync("/desk/check?id=locate-in-process");
            Assert.Equal("SUMMARY", await FocusAsync(visit, "tagName"));
            await TabToAsync(visit, $"details:has(input[value={Trigger.Complete}]) > summary");
            await visit.Page.Keyboard.PressAsync("Enter");
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.Equal(nameof(Trigger.Complete), await FocusAsync(visit, "form.elements.trigger.value"));
            await visit.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(visit.Page.Locator(".empty")).ToBeVisibleAsync();

            // The focus waits on what is next: ticking the list off.
            Assert.Equal("locate-in-process", await FocusAsync(visit, "form.elements.check.value"));
        });

        Assert.Equal(BorrowingStatus.RequestCompleted, (await desk.World.FindAsync("R-1")).Status);
    }

    private static Task<string> FocusAsync(Visit visit, string of) => visit.Page.EvaluateAsync<string>($"() => String(document.activeElement.{of})");

    private static async Task TabToAsync(Visit visit, string selector)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await visit.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await visit.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab never comes to {selector}.");
    }
}
