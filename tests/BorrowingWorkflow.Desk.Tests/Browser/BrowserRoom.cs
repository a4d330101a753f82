using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace BorrowingWorkflow.Desk.Tests.Browser;

/// <summary>The one browser that the tests share, each with contexts of its own: no cookie and no cache passes from one to another.</summary>
public sealed class BrowserRoom : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Find() is not { } path)
        {
            // The tests say so: skipped, or failed in CI.
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Chromium.Flags });
    }

    public async Task DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
    }

    /// <summary>Lets somebody visit a site, and fails where the visit does or where the browser saw something amiss.</summary>
    /// <param name="home">The site.</param>
    /// <param name="look">How they look at it.</param>
    /// <param name="tour">What they do.</param>
    /// <param name="test">Filled in by the compiler; names what is kept of a visit that failed. Null: nothing is, since it is to fail.</param>
    internal async Task VisitAsync(Uri home, Look look, Func<Visit, Task> tour, [CallerMemberName] string? test = "")
    {
        var browser = _browser ?? throw new InvalidOperationException($"The test {Chromium.ReasonWhyMissing()}.");
        await using var visit = await Visit.BeginAsync(browser, home, look);
        try
        {
            await tour(visit);
            await visit.EnsureNothingAmissAsync();
        }
        catch
        {
            await (test is null ? Task.CompletedTask : visit.KeepEvidenceAsync(test));
            throw;
        }
    }
}
