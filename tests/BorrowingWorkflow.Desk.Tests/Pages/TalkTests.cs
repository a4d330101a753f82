using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using Microsoft.Playwright;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>General messages are answered and dismissed, notes written and dismissed.</summary>
[Collection(InBrowser.Name)]
public sealed class TalkTests(BrowserRoom room)
{
    private static readonly RequestId Id = new("R-1");

    [BrowserFact]
    public async Task A_message_is_answered_to_its_partner_and_dismissed()
    {
        await using var desk = await ADesk().WithRequests(async world =>
        {
            await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);
            await world.PartnerAsync(Id, "CSUN", Trigger.ReceiveGeneralMessage, new() { Text = "Is the second edition good enough?" });
        }).OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            await visit.GoAsync("/desk");
            await visit.FollowAsync(visit.Page.Locator(".tile a", new() { HasText = "Active general messages" }));
            Assert.Contains("Is the second edition good enough?", await visit.MainAsync(), StringComparison.Ordinal);

            await visit.WriteAsync(Trigger.SendGeneralMessage, "Yes, any edition.", ".talk");
            Assert.Contains(await desk.Workflow.HistoryAsync(Id), item => item is { Trigger: Trigger.SendGeneralMessage, Data.Text: "Yes, any edition." });

            await visit.DoAsync(Trigger.DismissGeneralMessage, ".talk");
            await Assertions.Expect(visit.Page.Locator(".empty")).ToBeVisibleAsync();

            await visit.GoAsync($"/desk/request?id={Id}");
            var talk = await visit.Page.Locator("section[aria-labelledby=messages]").InnerTextAsync();
            Assert.Contains("Yes, any edition.", talk, StringComparison.Ordinal);
            Assert.Contains("dismissed", talk, StringComparison.OrdinalIgnoreCase);
        });

        await desk.World.AdvanceAsync(TimeSpan.Zero);
        Assert.Contains(desk.World.Transport.ReceivedBy("CSUN"), effect => effect.Text == "Yes, any edition.");
        Assert.DoesNotContain((await desk.Workflow.FindAsync(Id))!.Messages, message => message.IsActive);
    }

    [BrowserFact]
    public async Task A_note_is_added_and_dismissed()
    {
        await using var desk = await ADesk().WithRequests(world => world.RequestInAsync(BorrowingStatus.RequestSentToPartner)).OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            await visit.GoAsync($"/desk/request?id={Id}");
            await visit.WriteAsync(Trigger.AddNote, "The patron prefers the hardback.");

            await Assertions.Expect(visit.Page.Locator(".tabs a[href='#notes']")).ToHaveTextAsync("Notes (1)");
            Assert.Contains("The patron prefers the hardback.", await visit.Page.Locator(".talk.note.active").InnerTextAsync(), StringComparison.Ordinal);

            await visit.DoAsync(Trigger.DismissNote, ".talk");
            await Assertions.Expect(visit.Page.Locator(".tabs a[href='#notes']")).ToHaveTextAsync("Notes");
        });

        var note = Assert.Single((await desk.Workflow.FindAsync(Id))!.Notes);
        Assert.False(note.IsActive);
    }
}
