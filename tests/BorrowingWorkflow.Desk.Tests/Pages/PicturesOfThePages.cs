using BorrowingWorkflow.Desk.Tests.Browser;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>Every page on the tool's own term, on its last afternoon: nothing is amiss, and docs/desk has its picture.</summary>
[Collection(InBrowser.Name)]
public sealed class PicturesOfThePages(BrowserRoom room)
{
    [BrowserTheory]
    [InlineData("tasks", "/desk")]
    [InlineData("checks", "/desk/checks")]
    [InlineData("check", "/desk/check?id=active-general-messages")]
    [InlineData("insights", "/desk/insights?period=13w")]
    [InlineData("machine", "/desk/machine")]
    [InlineData("machine-status", "/desk/machine?status=RequestCompleted")]
    public async Task A_page_has_nothing_amiss(string name, string path)
    {
        await using var desk = await ADesk().WithTerm().OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            Assert.Equal(200, await visit.GoAsync(path));

            await Pictures.TakeAsync(visit.Page, name);
        });
    }
}
