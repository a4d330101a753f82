using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Desk.Tests.Hosts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using Microsoft.Playwright;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>All that the desk can show, one page after another, on the tool's own term.</summary>
internal static class EveryPage
{
    /// <summary>A request that the stops may change.</summary>
    private static readonly RequestId Trial = new("TRIAL-1");

    public static IReadOnlyList<Stop> Stops { get; } =
    [
        new("tasks", ".tiles", "/desk"),
        new("checks", ".cards", "/desk/checks"),
        new("check", "article.item", "/desk/check?id=active-general-messages"),
        new("check with open forms", "article.item", (visit, _) => OpenAllAsync(visit, "/desk/check?id=active-general-messages")),
        new("empty check", ".empty", "/desk/check?id=recalled"),
        new("queue", ".rows", "/desk/queue"),
        new("narrowed queue", ".rows", "/desk/queue?scope=all&flag=ActiveMessage"),
        new("empty queue", "main .lead", "/desk/queue?q=nobodywrotethisbook"),
        new("request", ".history", $"/desk/request?id={Trial}"),
        new("request with open forms", ".fields", (visit, _) => OpenAllAsync(visit, $"/desk/request?id={Trial}")),
        new("conflict", ".versions", ReachConflictAsync),
        new("problem", "main [role=alert]", ReachProblemAsync),
        new("bulk, what to do", "fieldset input[type=radio]", ReachChoiceAsync),
        new("bulk, whether to", ".warning", ReachConfirmationAsync),
        new("bulk, done", "main [role=status]", ReachOutcomesAsync),
        new("anomalies", ".findings", "/desk/anomalies"),
        new("one detector", "#dismiss", ReachDetectorAsync),
        new("not found", "main .lead", "/desk/check?id=nothing"),
        new("an old form", "main .lead", ReachOldFormAsync),
        new("forbidden", "main .lead", ReachForbiddenAsync),
    ];

    /// <summary>A desk that has something for every page, with its anomalies found.</summary>
    public static async Task<DeskHost> OpenAsync()
    {
        var desk = await ADesk().WithTerm().WithRequests(world => world.RequestInAsync(BorrowingStatus.RequestSentToPartner, new() { Id = Trial })).OpenAsync();
        await desk.FindAnomaliesAsync();
        return desk;
    }

    /// <summary>Visits every page in turn, and lets each be judged; fails with all that was found, each by its page.</summary>
    public static async Task TourAsync(this BrowserRoom room, Look look, Func<Visit, Task<IEnumerable<string>>> judge)
    {
        await using var desk = await OpenAsync();
        await room.VisitAsync(desk.Address, look, async visit =>
        {
            foreach (var status in (int[])[400, 403, 404, 409, 422])
            {
                visit.Watcher.Expect(status);
            }

            var found = new List<string>();
            foreach (var stop in Stops.Concat(Others(desk)))
            {
                await stop.ReachAsync(visit, desk);
                await Assertions.Expect(visit.Page.Locator(stop.Shows).First).ToBeVisibleAsync();
                found.AddRange((await judge(visit)).Select(fault => $"{stop.Name}: {fault}"));
            }

            Assert.True(found.Count == 0, string.Join('\n', found));
        }, $"{nameof(EveryPage)}-{look.Width}-{look.Language}-{(look.IsDark ? "dark" : "light")}");
    }

    /// <summary>The pages that no stop names, so that a new one is judged as soon as it is there.</summary>
    private static IEnumerable<Stop> Others(DeskHost desk) =>
        from path in Endpoints.Paths(desk, HttpMethod.Get)
        where !path.Contains('.', StringComparison.Ordinal) && path is not ("/desk" or "/desk/checks" or "/desk/check" or "/desk/queue" or "/desk/request" or "/desk/anomalies")
        select new Stop(path, "main h1", path);

    private static async Task OpenAllAsync(Visit visit, string path)
    {
        await visit.GoAsync(path);
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => { details.open = true; })");
    }

    private static async Task ReachConflictAsync(Visit visit, DeskHost desk)
    {
        await visit.GoAsync($"/desk/request?id={Trial}");
        await desk.World.StaffAsync(Trial, Trigger.AddNote, new() { Text = "The partner called." });
        await visit.WriteAsync(Trigger.AddNote, "Will call the partner.");
    }

    private static async Task ReachProblemAsync(Visit visit, DeskHost desk)
    {
        await visit.GoAsync($"/desk/request?id={Trial}");
        await visit.WriteAsync(Trigger.AddNote, "   ");
    }

    private static async Task ReachChoiceAsync(Visit visit, DeskHost desk)
    {
        await visit.GoAsync("/desk/queue?status=RequestSentToPartner");
        await visit.Page.Locator(".rows input[name=id]").Nth(0).CheckAsync();
        await visit.Page.Locator(".rows input[name=id]").Nth(1).CheckAsync();
        await visit.FollowAsync("#bulk button");
    }

    private static async Task ReachConfirmationAsync(Visit visit, DeskHost desk)
    {
        await ReachChoiceAsync(visit, desk);
        await visit.Page.Locator($"input[name=trigger][value={Trigger.Assign}]").CheckAsync();
        await visit.FollowAsync("main form.fields button");
    }

    private static async Task ReachOutcomesAsync(Visit visit, DeskHost desk)
    {
        await ReachConfirmationAsync(visit, desk);
        await visit.Page.Locator("input[name=assignee]").FillAsync("Ana");
        await visit.FollowAsync("main form.fields button");
    }

    private static async Task ReachDetectorAsync(Visit visit, DeskHost desk)
    {
        await visit.GoAsync("/desk/anomalies");
        await visit.FollowAsync(visit.Page.Locator(".findings a.button").First);
    }

    private static async Task ReachOldFormAsync(Visit visit, DeskHost desk)
    {
        await visit.GoAsync($"/desk/request?id={Trial}");
        await visit.Page.Context.ClearCookiesAsync();
        await visit.WriteAsync(Trigger.AddNote, "Written long ago.");
    }

    private static async Task ReachForbiddenAsync(Visit visit, DeskHost desk)
    {
        await visit.Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-Forwarded-For"] = "192.0.2.1" });
        await visit.GoAsync("/desk");
        await visit.Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string>());
    }
}
