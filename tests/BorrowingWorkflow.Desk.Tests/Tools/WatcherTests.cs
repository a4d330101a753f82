using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Desk.Tests.Hosts;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Tools;

/// <summary>The watcher sees what it is there for.</summary>
[Collection(InBrowser.Name)]
public sealed class WatcherTests(BrowserRoom room)
{
    public static TheoryData<string, string> Faults => new()
    {
        { """<img alt="" src="http://localhost:9/pixel.png">""", "asked for http://localhost:9/pixel.png" },
        { """<p style="color: red">Red</p>""", "Content Security Policy" },
        { "<script>document.title = 'inline';</script>", "Content Security Policy" },
        { """<script src="/throws.js"></script>""", "thrown on purpose" },
        { """<script src="/logs.js"></script>""", "logged: logged on purpose" },
        { """<img alt="" src="/nothing.png">""", "status of 404" },
        { """<link rel="stylesheet" href="/heavy.css">""", "more than 100,000" },
    };

    [BrowserFact]
    public async Task A_quiet_page_is_quiet()
    {
        await using var desk = await ADesk().Mapping(app => TrialPages.Map(app, TrialPages.Quiet)).OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            Assert.Equal(200, await visit.GoAsync("/trial"));

            Assert.Empty(await visit.Watcher.AmissAsync());
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_seen(string body, string sentence)
    {
        await using var desk = await ADesk().Mapping(app => TrialPages.Map(app, body)).OpenAsync();

        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() =>
            room.VisitAsync(desk.Address, Look.Desktop, visit => visit.GoAsync("/trial"), test: null));

        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_fault_is_seen_without_scripts_too()
    {
        await using var desk = await ADesk().Mapping(app => TrialPages.Map(app, """<p style="color: red">Red</p>""")).OpenAsync();

        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() =>
            room.VisitAsync(desk.Address, Look.WithoutScripts, visit => visit.GoAsync("/trial"), test: null));

        Assert.Contains("Content Security Policy", failure.Message, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_companions_fault_is_seen()
    {
        await using var desk = await ADesk().Mapping(app => TrialPages.Map(app, """<script src="/logs.js"></script>""")).OpenAsync();

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => room.VisitAsync(
            desk.Address,
            Look.Desktop,
            async visit => await (await visit.CompanionAsync(Look.Desktop)).GoAsync("/trial"),
            test: null));
    }

    [BrowserFact]
    public async Task A_status_that_the_test_expects_is_none()
    {
        await using var desk = await ADesk().Mapping(app => TrialPages.Map(app, TrialPages.Quiet)).OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            visit.Watcher.Expect(403);

            Assert.Equal(403, await visit.GoAsync("/refused"));
        });
    }

    [BrowserFact]
    public async Task A_page_weighs_what_a_first_visit_brings_however_often_it_is_visited()
    {
        const int Style = 60_000;
        await using var desk = await ADesk()
            .Mapping(app => TrialPages.Map(app, """<link rel="stylesheet" href="/large.css">"""))
            .Mapping(app => TrialPages.MapCached(app, "/large.css", Style))
            .OpenAsync();

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            await visit.GoAsync("/trial");
            await visit.GoAsync("/trial");

            var weights = await visit.Watcher.WeightsAsync();
            Assert.Equal(2, weights.Count);
            Assert.All(weights, weight => Assert.InRange(weight.Bytes, Style + 300, Style + 2_000));
        });
    }
}
