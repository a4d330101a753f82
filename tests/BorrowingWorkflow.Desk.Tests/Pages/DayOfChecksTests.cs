using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Desk.Tests.Hosts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>A day's work: from the tasks box through every daily list, until all are ticked off.</summary>
[Collection(InBrowser.Name)]
public sealed class DayOfChecksTests(BrowserRoom room)
{
    private const string Ana = "ana@example.edu";

    /// <summary>The remedy that takes an item off each list. Sending leaves it there until the partner's system has answered.</summary>
    private static readonly Dictionary<string, Trigger> Remedies = new()
    {
        ["active-notes"] = Trigger.DismissNote,
        ["active-general-messages"] = Trigger.DismissGeneralMessage,
        ["ready-to-be-sent"] = Trigger.Send,
        ["returned-by-patron"] = Trigger.ScanIn,
        ["locate-failed"] = Trigger.Complete,
        ["locate-in-process"] = Trigger.Complete,
        ["waiting-for-cancel-response"] = Trigger.ForceCancel,
        ["pending-approval"] = Trigger.CancelByStaff,
        ["local-holding"] = Trigger.ObtainExternally,
        ["bad-citation"] = Trigger.CancelByStaff,
        ["conditional"] = Trigger.AcceptCondition,
        ["mediated-renewal"] = Trigger.DeclineRenewal,
        ["expired-hold-shelf"] = Trigger.ReturnToPartner,
        ["recalled"] = Trigger.ReturnToPartner,
        ["created"] = Trigger.CancelByStaff,
    };

    [BrowserFact]
    public Task The_tools_own_term_is_worked_in_a_day() => WorkADayAsync(TermFile.Small);

    [BrowserSharedFact("data/term-2026-fall")]
    public Task A_whole_term_is_worked_in_a_day() => WorkADayAsync("term-2026-fall");

    private async Task WorkADayAsync(string term)
    {
        await using var desk = await ADesk().WithTerm(term)
            .WithRequests(world => world.RequestInAsync(BorrowingStatus.ReturnedByPatron, new() { Id = new("BRANCH-1") }))
            .WithServices(services => services.Configure<DeskOptions>(options => options.Who = _ => Ana))
            .OpenAsync();
        var before = await MembersAsync(desk);

        await room.VisitAsync(desk.Address, Look.Desktop, async visit =>
        {
            await visit.GoAsync("/desk");
            var daily = await visit.Page.Locator("section[aria-labelledby=c-Daily] .due li > a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
            Assert.Equal(CheckPresets.Extended.Count(check => check.Cadence == CheckCadence.Daily), daily.Length);
            foreach (var link in daily)
            {
                var check = CheckPresets.Find(link.Split("id=")[1])!;
                await visit.GoAsync("/desk");
                await visit.FollowAsync($"section[aria-labelledby=c-Daily] li > a[href$='id={check.Id}']");
                await WorkAsync(visit, check, before[check.Id].Count);
            }

            await visit.GoAsync("/desk");
            var rows = await visit.Page.Locator("section[aria-labelledby=c-Daily] .due li").AllAsync();
            foreach (var row in rows)
            {
                Assert.Contains("done", (await row.GetAttributeAsync("class"))!.Split(' '));
                Assert.Contains(Ana, await row.InnerTextAsync(), StringComparison.Ordinal);
            }
        }, $"day-{term}");

        var after = await MembersAsync(desk);
        Assert.All(after.Where(list => list.Key != "ready-to-be-sent"), list => Assert.Empty(list.Value));
        Assert.Equal(before["ready-to-be-sent"], after["ready-to-be-sent"]);
        foreach (var (check, members) in before.Where(list => list.Value.Count > 0))
        {
            var history = await desk.Workflow.HistoryAsync(members[0]);
            Assert.Contains(history, item => item.Who == Ana && item.Trigger == Remedies[check] && item.At == desk.Clock.GetUtcNow());
        }
    }

    /// <summary>Works a list from its top and ticks it off: until it is empty or, where its remedy can't empty it, until each was looked at.</summary>
    private static async Task WorkAsync(Visit visit, CheckPolicy check, int members)
    {
        var empties = Remedies[check.Id] != Trigger.Send;
        var (item, empty) = (visit.Page.Locator("article.item"), visit.Page.Locator(".empty"));
        for (var done = 0; await item.IsVisibleAsync() && (empties || done < members); done++)
        {
            Assert.True(done < members, $"{check.Id} had {members} requests and is not empty after as many actions.");
            await visit.DoAsync(Remedies[check.Id], "article.item .actions");
            await Assertions.Expect(visit.Page.Locator(".notice.good")).ToBeVisibleAsync();
        }

        if (empties)
        {
            await visit.FollowAsync(empty.Locator("form.tick button"));
        }
        else
        {
            await visit.GoAsync("/desk");
            await visit.FollowAsync($"form.tick:has(input[value='{check.Id}']) button");
        }

        await Assertions.Expect(visit.Page.Locator(".notice.good")).ToContainTextAsync(check.Title);
    }

    private static async Task<Dictionary<string, IReadOnlyList<RequestId>>> MembersAsync(DeskHost desk)
    {
        var runner = desk.Get<CheckRunner>();
        var request = new CheckRequest { Policies = CheckPresets.Extended, Now = desk.Clock.GetUtcNow() };
        var lists = new Dictionary<string, IReadOnlyList<RequestId>>();
        foreach (var check in CheckPresets.Extended.Where(check => check.Cadence == CheckCadence.Daily))
        {
            var page = await runner.MembersAsync(check, request, 1000, null);
            lists.Add(check.Id, [.. page.Requests.Select(summary => summary.Id)]);
        }

        return lists;
    }
}
