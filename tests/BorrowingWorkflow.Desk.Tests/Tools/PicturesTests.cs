using System.Buffers.Binary;
using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Desk.Tests.Hosts;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Tools;

[Collection(InBrowser.Name)]
public sealed class PicturesTests(BrowserRoom room)
{
    [BrowserTheory]
    [InlineData(200, 800)]
    [InlineData(1_000, 1_000)]
    [InlineData(9_000, 1_100)]
    public async Task A_picture_shows_the_page_from_its_top_as_far_as_looks_well(int height, int expected)
    {
        var folder = Directory.CreateTempSubdirectory("borrowing-pictures-");
        await using var desk = await ADesk().Mapping(app => TrialPages.Map(app, $"""<svg width="10" height="{height}"></svg><link rel="stylesheet" href="/bare.css">""")).OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            await visit.GoAsync("/trial");
            await Pictures.TakeAsync(visit.Page, "trial", folder.FullName);
        });

        var header = (await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "trial.png"))).AsSpan(16, 8);
        Assert.Equal((1_200, expected), (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..])));
        folder.Delete(recursive: true);
    }
}
