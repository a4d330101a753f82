using Microsoft.Playwright;

namespace BorrowingWorkflow.Desk.Tests.Browser;

/// <summary>Somebody's visit to a site: a context, a page, and a watcher of both.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowser _browser;
    private readonly IBrowserContext _context;
    private readonly Uri _home;
    private readonly List<Visit> _companions = [];

    private Visit(IBrowser browser, IBrowserContext context, IPage page, Uri home)
    {
        (_browser, _context, _home) = (browser, context, home);
        Page = page;
        Watcher = new(context, page, home);
    }

    public IPage Page { get; }

    public Watcher Watcher { get; }

    public static async Task<Visit> BeginAsync(IBrowser browser, Uri home, Look look)
    {
        var context = await browser.NewContextAsync(look.Options(home));
        context.SetDefaultTimeout((float)TimeSpan.FromSeconds(15).TotalMilliseconds);
        return new(browser, context, await context.NewPageAsync(), home);
    }

    /// <summary>Somebody else visits the same site, in a browser of their own; watched alike.</summary>
    public async Task<Visit> CompanionAsync(Look look)
    {
        var companion = await BeginAsync(_browser, _home, look);
        _companions.Add(companion);
        return companion;
    }

    /// <summary>Goes to a page by its path, and gives its status.</summary>
    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(path))!.Status;

    public async Task EnsureNothingAmissAsync()
    {
        await Watcher.EnsureNothingAmissAsync();
        foreach (var companion in _companions)
        {
            await companion.EnsureNothingAmissAsync();
        }
    }

    /// <summary>Keeps what the page showed at the end, for whoever looks into the failure.</summary>
    public async Task KeepEvidenceAsync(string test)
    {
        var stem = RepositoryRoot.Combine("artifacts", "test-results", "desk", test);
        Directory.CreateDirectory(Path.GetDirectoryName(stem)!);
        for (var i = 0; i <= _companions.Count; i++)
        {
            var (page, name) = i == 0 ? (Page, stem) : (_companions[i - 1].Page, $"{stem}.{i}");
            try
            {
                await File.WriteAllTextAsync(name + ".html", $"<!-- {page.Url} -->\n{await page.ContentAsync()}");
                await page.ScreenshotAsync(new() { Path = name + ".png" });
            }
            catch (PlaywrightException)
            {
                // The failure itself is what counts.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var companion in _companions)
        {
            await companion.DisposeAsync();
        }

        await _context.CloseAsync();
    }
}
