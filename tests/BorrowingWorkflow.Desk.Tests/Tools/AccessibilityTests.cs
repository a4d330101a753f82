using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Desk.Tests.Hosts;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Tools;

/// <summary>axe-core runs under a strict policy, leaves nothing amiss, and finds what is grave.</summary>
[Collection(InBrowser.Name)]
public sealed class AccessibilityTests(BrowserRoom room)
{
    private const string Grey = """<link rel="stylesheet" href="/grey.css"><main><h1>Grey</h1><p class="grey">Hardly to be read.</p></main>""";

    [BrowserFact]
    public Task A_fair_page_passes() => JudgeAsync(Accessibility.GraveAsync, TrialPages.Quiet, Assert.Empty);

    [BrowserFact]
    public Task A_page_that_is_grave_in_the_dark_passes_in_the_light() => JudgeAsync(Accessibility.GraveAsync, Grey, Assert.Empty);

    [BrowserFact]
    public Task A_picture_without_words_is_grave() => JudgeAsync(
        Accessibility.GraveAsync, """<main><h1>Picture</h1><img src="/quiet.svg"></main>""", found => Assert.Contains("image-alt (critical)", Assert.Single(found), StringComparison.Ordinal));

    [BrowserFact]
    public Task Too_little_contrast_in_the_dark_is_grave() => JudgeAsync(
        Accessibility.GraveInTheDarkAsync,
        Grey,
        found => Assert.Contains("color-contrast (serious)", Assert.Single(found), StringComparison.Ordinal));

    private async Task JudgeAsync(Func<Visit, Task<IReadOnlyList<string>>> judge, string body, Action<IReadOnlyList<string>> assert)
    {
        await using var desk = await ADesk().Mapping(app => TrialPages.Map(app, body)).OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            await visit.GoAsync("/trial");

            assert(await judge(visit));
        });
    }
}
