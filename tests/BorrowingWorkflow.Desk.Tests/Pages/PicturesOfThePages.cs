using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Desk.Tests.Hosts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>The pages of docs/desk.md on the tool's own term, on the morning of its last day: nothing is amiss, and docs/desk has their pictures.</summary>
[Collection(InBrowser.Name)]
public sealed class PicturesOfThePages(BrowserRoom room)
{
    [BrowserFact]
    public async Task The_pages_have_nothing_amiss()
    {
        await using var desk = await ADesk().WithTerm()
            .WithServices(services =>
            {
                services.AddSingleton<IWorkCalendar>(new WorkCalendar(new() { TimeZone = "America/Los_Angeles" }));
                services.Configure<DeskOptions>(options => options.Who = _ => "ana");
            })
            .OpenAsync();
        await desk.FindAnomaliesAsync();
        var runner = desk.Get<CheckRunner>();
        foreach (var check in (string[])["ready-to-be-sent", "returned-by-patron", "locate-failed"])
        {
            await runner.MarkDoneAsync(CheckPresets.Find(check)!, "ben", null, desk.Clock.GetUtcNow().AddMinutes(-20));
        }

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            visit.Watcher.Expect(409);
            foreach (var (name, path) in ((string, string)[])
            [
                ("tasks", "/desk"), ("check", "/desk/check?id=active-general-messages"), ("queue", "/desk/queue"), ("anomalies", "/desk/anomalies"),
                .. Endpoints.Paths(desk, HttpMethod.Get).Where(path => path is "/desk/insights" or "/desk/machine").Select(path => (path["/desk/".Length..], path)),
            ])
            {
                Assert.Equal(200, await visit.GoAsync(path));
                await Pictures.TakeAsync(visit.Page, name);
            }

            await visit.GoAsync("/desk/check?id=active-general-messages");
            await visit.FollowAsync("article.item h2 a");
            await Pictures.TakeAsync(visit.Page, "request");

            var id = await visit.Page.Locator("dd code").First.InnerTextAsync();
            await desk.Workflow.ExecuteAsync(new()
            {
                Request = id, Trigger = Trigger.AddNote, By = Actor.Staff, Who = "ben", MessageId = "ben-1", Data = new() { Text = "Called them." },
            });
            await visit.WriteAsync(Trigger.AddNote, "The lender will look on the shelves.");
            await Assertions.Expect(visit.Page.Locator(".versions")).ToBeVisibleAsync();
            await Pictures.TakeAsync(visit.Page, "conflict");
        });
    }
}
