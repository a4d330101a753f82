using BorrowingWorkflow.AspNetCore.Desk.Actions;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>The checks: each list with its advice, worked from top to bottom.</summary>
internal sealed class CheckPage(DeskChecks checks, CheckRunner runner, IBorrowingWorkflow workflow, DeskOptions options, DeskRenderer renderer, DeskHandler handler)
{
    private const int PageSize = 50;

    public async Task ListAsync(DeskCall desk) =>
        await renderer.WriteAsync(desk, desk.T["nav.checks"], "checks", ChecksView.Of(desk, await checks.TodayAsync(desk)));

    public async Task ShowAsync(DeskCall desk)
    {
        var today = await checks.TodayAsync(desk);
        if (today.FirstOrDefault(check => check.Entry.Policy.Id == desk.Query("id")) is not { } check)
        {
            await handler.NotFoundAsync(desk, "not-found.check");
            return;
        }

        var policy = check.Entry.Policy;
        var after = desk.Query("after");
        var page = await AddressedPage.ReadAsync(after, place => runner.MembersAsync(policy, checks.Request(desk), PageSize, place, desk.Aborted));
        if (page is null || (after is not null && page.Requests.Count == 0))
        {
            // An address that somebody has changed by hand, or a page that has been worked empty.
            desk.Redirect(desk.Links.Check(policy.Id));
            return;
        }

        List<RequestSummary> members = [.. page.Requests];

        // The item that is named comes first; whoever it passed over waits behind it on the page.
        var at = Math.Max(0, members.FindIndex(member => member.Id.Value == desk.Query("item")));
        var items = new List<CheckItem>();
        foreach (var member in members)
        {
            items.Add(new(member, (await workflow.FindAsync(member.Id, desk.Aborted))?.Citation.Title));
        }

        // Behind the last item of a page comes the next page, and behind the last of all the first again.
        var next = at + 1 < members.Count
            ? desk.Links.Check(policy.Id, members[at + 1].Id.Value, after)
            : desk.Links.Check(policy.Id, after: page.Next);
        var current = at < members.Count ? await CurrentAsync(desk, policy, members[at].Id, next) : null;
        var following = today.FirstOrDefault(other => other != check && other.IsOpen)?.Entry.Policy;
        var model = new CheckModel(check, items, after, page.Next, current, following);
        await renderer.WriteAsync(desk, desk.T.Title(policy), "checks", CheckView.Of(desk, model));
    }

    public async Task TickOffAsync(DeskCall desk)
    {
        if (options.Checks.FirstOrDefault(check => check.Id == desk.Form("check")) is not { } policy)
        {
            await handler.NotFoundAsync(desk, "not-found.check");
            return;
        }

        await runner.MarkDoneAsync(policy, desk.Access.Who, desk.Library, desk.Time.Now, desk.Aborted);
        desk.Redirect(DeskLinks.Add(desk.Place("return", desk.Links.Tasks), DeskNotice.Saying("ticked", policy.Id)));
    }

    private async Task<CurrentItem?> CurrentAsync(DeskCall desk, CheckPolicy policy, RequestId id, string next)
    {
        if (await workflow.FindAsync(id, desk.Aborted) is not { } request)
        {
            return null;
        }

        var permitted = desk.Access.CanWork ? await workflow.PermittedAsync(id, Actor.Staff, desk.Aborted) : default;
        var remedies = policy.RemediesAmong(permitted).Select((trigger, index) => new ActionModel(request, trigger) { IsFirst = index == 0, Next = next });
        var history = await workflow.HistoryAsync(id, desk.Aborted);
        return new(request, [.. remedies], [.. history.Reverse().Take(4)], next);
    }
}
