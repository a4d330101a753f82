using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using BorrowingWorkflow.Desk.Tests.Hosts;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>A check whose list is longer than a page.</summary>
public sealed partial class LongCheckTests
{
    private const string First = "/desk/check?id=bad-citation";

    [Fact]
    public async Task Next_item_leads_through_every_page_and_back_to_the_first_item()
    {
        await using var desk = await OpenAsync(60);
        using var client = new DeskClient(desk);
        List<string> visited = [];

        for (var path = First; visited.Count <= 60; path = WebUtility.HtmlDecode(Next().Match(await client.GetTextAsync(path)).Groups[1].Value))
        {
            visited.Add(Current().Match(await client.GetTextAsync(path)).Groups[1].Value);
        }

        Assert.Equal(60, visited.Distinct().Count());
        Assert.Equal(visited[0], visited[^1]);
    }

    [Fact]
    public async Task The_list_is_shown_in_pages_of_fifty()
    {
        await using var desk = await OpenAsync(110);
        using var client = new DeskClient(desk);
        List<int> pages = [];
        HashSet<string> items = [];

        for (var path = First; path.Length > 0; path = WebUtility.HtmlDecode(NextPage().Match(await client.GetTextAsync(path)).Groups[1].Value))
        {
            var page = Items().Matches(await client.GetTextAsync(path)).Select(match => match.Groups[1].Value).ToList();
            pages.Add(page.Count);
            items.UnionWith(page);
        }

        Assert.Equal([50, 50, 10], pages);
        Assert.Equal(110, items.Count);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("9000000000000000000:R-1")]
    public async Task A_page_that_is_not_there_leads_to_the_first(string after)
    {
        await using var desk = await OpenAsync(1);
        using var client = new DeskClient(desk);

        using var answer = await client.GetAsync($"{First}&after={Uri.EscapeDataString(after)}");

        Assert.Equal(First, answer.Headers.Location?.OriginalString);
    }

    private static Task<DeskHost> OpenAsync(int requests) => ADesk().WithRequests(async world =>
    {
        for (var i = 0; i < requests; i++)
        {
            await world.RequestInAsync(BorrowingStatus.BadCitation, new() { Id = new(string.Create(CultureInfo.InvariantCulture, $"R-{i:000}")) });
        }
    }).OpenAsync();

    [GeneratedRegex("href=\"([^\"]*)\" data-key=\"n\"")]
    private static partial Regex Next();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]*)\"")]
    private static partial Regex NextPage();

    [GeneratedRegex("item=(R-[0-9]+)[^\"]*\" aria-current=\"true\"")]
    private static partial Regex Current();

    [GeneratedRegex("<li><a href=\"[^\"]*item=(R-[0-9]+)")]
    private static partial Regex Items();
}
