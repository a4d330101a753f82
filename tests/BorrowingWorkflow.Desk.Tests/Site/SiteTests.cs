using System.Text.RegularExpressions;
using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Site;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BorrowingWorkflow.Desk.Tests.Site;

/// <summary>The documentation as one page (build/site.sh): everything is on it, every link on it leads somewhere, and it loads nothing.</summary>
public sealed partial class SiteTests(SiteTests.Built built) : IClassFixture<SiteTests.Built>
{
    private static readonly string[] Grave = ["serious", "critical"];

    [Fact]
    public void Every_page_is_on_the_site()
    {
        var files = Directory.GetFiles(RepositoryRoot.Combine("docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.GetFiles(RepositoryRoot.Path, "*.md"))
            .Select(file => System.IO.Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'));

        Assert.Equal(files.Order(StringComparer.Ordinal), built.Pages.Select(page => page.Path).Order(StringComparer.Ordinal));
        Assert.All(built.Pages, page => Assert.Contains($"<article id=\"{page.Id}\"", built.Html, StringComparison.Ordinal));
        Assert.All(built.Pages, page => Assert.Contains($"<a href=\"#{page.Id}\">", built.Html, StringComparison.Ordinal));
    }

    [Fact]
    public void No_link_within_the_site_is_dead()
    {
        var ids = Id().Matches(built.Html).Select(match => match.Groups[1].Value).ToList();
        var links = Href().Matches(built.Html).Select(match => match.Groups[1].Value).Where(link => link.StartsWith('#')).Distinct().ToList();

        Assert.True(links.Count > 150, $"The site has {links.Count} links within itself.");
        Assert.Empty(links.Select(link => link[1..]).Except(ids));
        Assert.Empty(ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Every_other_link_leads_to_another_host_and_nothing_is_loaded()
    {
        Assert.All(
            Href().Matches(built.Html).Select(match => match.Groups[1].Value).Where(link => !link.StartsWith('#') && link != "data:,"),
            link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        Assert.All(Source().Matches(built.Html), source => Assert.StartsWith("data:image/", source.Groups[1].Value, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", built.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", built.Html[..built.Html.IndexOf("</style>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_no_index_names_is_an_error()
    {
        var root = Directory.CreateTempSubdirectory("site-");
        Directory.CreateDirectory(System.IO.Path.Combine(root.FullName, "docs"));
        File.WriteAllText(System.IO.Path.Combine(root.FullName, "README.md"), "# Home\n");
        File.WriteAllText(System.IO.Path.Combine(root.FullName, "docs", "README.md"), "# Index\n\n## Part\n- [One](one.md): a page\n");
        File.WriteAllText(System.IO.Path.Combine(root.FullName, "docs", "one.md"), "# One\n");
        Assert.Equal(3, SiteIndex.Read(root.FullName).Count);

        File.WriteAllText(System.IO.Path.Combine(root.FullName, "docs", "two.md"), "# Two\n");
        var error = Assert.Throws<SiteException>(() => SiteIndex.Read(root.FullName));

        Assert.StartsWith("No index names docs/two.md", error.Message, StringComparison.Ordinal);
        root.Delete(recursive: true);
    }

    [BrowserFact]
    public async Task One_page_shows_at_a_time_and_fits_a_phone_and_a_desk()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Find(), Args = Chromium.Flags });
        foreach (var look in new[] { Look.Desktop, Look.Phone })
        {
            await using var context = await browser.NewContextAsync(look.Options(built.Address));
            var page = await context.NewPageAsync();
            await page.GotoAsync(built.Address.AbsoluteUri);
            foreach (var id in new[] { "home", "getting-started", "statuses-ready-to-be-sent", "state-machine", "alerts", "desk" })
            {
                await page.EvaluateAsync("id => { location.hash = id; }", id);
                Assert.Equal([id], await page.EvaluateAsync<string[]>("[...document.querySelectorAll('article')].filter(a => a.offsetParent).map(a => a.id)"));
                Assert.True(
                    await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                    $"{id} is wider than {look.Width} pixels.");
            }
        }
    }

    [BrowserFact]
    public async Task It_can_be_read_by_everybody_in_light_and_dark()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Find(), Args = Chromium.Flags });
        foreach (var (look, id) in new[] { (Look.Desktop, "statuses-ready-to-be-sent"), (Look.Dark, "identity") })
        {
            await using var context = await browser.NewContextAsync(look.Options(built.Address));
            var page = await context.NewPageAsync();
            await page.GotoAsync(built.Address.AbsoluteUri + "#" + id);

            // axe walks through hidden pages too, and there are many.
            await page.EvaluateAsync("id => document.querySelector('main').replaceChildren(document.getElementById(id))", id);
            await page.EvaluateAsync("() => document.querySelector('article').style.display = 'block'");
            var found = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa"] }, ResultTypes = [ResultType.Violations] });

            Assert.Empty(found.Violations.Where(one => Grave.Contains(one.Impact)).SelectMany(one => one.Nodes.Select(node => $"{id}: {one.Id} at {node.Target}: {one.Help}")));
        }
    }

    [BrowserFact]
    public async Task A_link_to_a_heading_shows_its_page()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Find(), Args = Chromium.Flags });
        await using var context = await browser.NewContextAsync(Look.WithoutScripts.Options(built.Address));
        var page = await context.NewPageAsync();
        await page.GotoAsync(built.Address.AbsoluteUri + "#statuses-ready-to-be-sent");

        await page.GetByRole(AriaRole.Link, new() { Name = "Cannot be sent", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "cannot-send", Exact = true })).ToBeInViewportAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ready to be sent", Exact = true })).ToBeHiddenAsync();
    }

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex(" href=\"([^\"]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex(" src=\"([^\"]*)\"")]
    private static partial Regex Source();

    /// <summary>The site, built once for the class.</summary>
    public sealed class Built : IAsyncLifetime
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("site-");

        public string Html { get; private set; } = "";

        public Uri Address => new(System.IO.Path.Combine(_folder.FullName, "index.html"));

        internal IReadOnlyList<SitePage> Pages { get; private set; } = [];

        public async Task InitializeAsync()
        {
            (Html, Pages) = await SiteBuilder.BuildAsync(RepositoryRoot.Path);
            await File.WriteAllTextAsync(Address.LocalPath, Html);
        }

        public Task DisposeAsync()
        {
            _folder.Delete(recursive: true);
            return Task.CompletedTask;
        }
    }
}
