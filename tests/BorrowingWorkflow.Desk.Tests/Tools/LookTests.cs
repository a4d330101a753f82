using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Desk.Tests.Hosts;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Tools;

/// <summary>A page sees how it is looked at.</summary>
[Collection(InBrowser.Name)]
public sealed class LookTests(BrowserRoom room)
{
    [BrowserFact]
    public Task A_phone_is_narrow() => AssertAsync(Look.Phone, "innerWidth", "390");

    [BrowserFact]
    public Task A_zoomed_window_is_half_as_wide_and_twice_as_fine() => AssertAsync(Look.Zoomed, "`${innerWidth} ${devicePixelRatio}`", "600 2");

    [BrowserFact]
    public Task Dark_is_asked_for() => AssertAsync(Look.Dark, "getComputedStyle(document.body).backgroundColor", "rgb(17, 17, 17)");

    [BrowserFact]
    public Task Spanish_is_asked_for() => AssertAsync(Look.Spanish, "document.body.dataset.language", "es-ES");

    [BrowserFact]
    public Task Scripts_run() => AssertAsync(Look.Desktop, "document.body.dataset.scripts", "yes");

    [BrowserFact]
    public Task Without_scripts_none_runs() => AssertAsync(Look.WithoutScripts, "String(document.body.dataset.scripts)", "undefined");

    private async Task AssertAsync(Look look, string question, string answer)
    {
        await using var desk = await ADesk().Mapping(app => TrialPages.Map(app, TrialPages.Quiet)).OpenAsync();

        await room.VisitAsync(desk.Address, look, async visit =>
        {
            await visit.GoAsync("/trial");

            Assert.Equal(answer, await visit.Page.EvaluateAsync<string>($"() => String({question})"));
        });
    }
}
