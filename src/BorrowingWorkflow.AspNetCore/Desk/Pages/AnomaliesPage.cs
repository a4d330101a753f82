using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>What has gone wrong, or soon will: by detector, with evidence and remedy, dismissed with a reason and until a date.</summary>
internal sealed class AnomaliesPage(FindingsBoard board, AnomalyScan scan, IDeskLog log, DeskRenderer renderer, DeskHandler handler)
{
    /// <summary>The most days that a dismissal can hold.</summary>
    public const int LongestDismissal = 366;

    private const int OfEach = 5;
    private const int OfOne = 100;

    public async Task ShowAsync(DeskCall desk)
    {
        var rule = RuleOf(desk.Query("detector"));
        if (rule is null && desk.Query("detector") is not null)
        {
            await handler.NotFoundAsync(desk, "not-found.detector");
            return;
        }

        var report = await board.LookAsync(desk.Library, desk.Aborted);
        var groups = (report?.Findings ?? []).Where(finding => rule is null || finding.Rule == rule).GroupBy(finding => finding.Rule)
            .Select(group => new FindingGroup(group.Key, group.Count(), [.. group.Take(rule is null ? OfEach : OfOne)]));
        await renderer.WriteAsync(desk, desk.T["nav.anomalies"], "anomalies", AnomaliesView.Of(desk, new(report, [.. groups], rule)));
    }

    public async Task DismissAsync(DeskCall desk)
    {
        if (RuleOf(desk.Form("detector")) is not { } rule)
        {
            await handler.NotFoundAsync(desk, "not-found.detector");
            return;
        }

        var back = desk.Place("return", desk.Links.Anomalies);
        string[] subjects = [.. desk.Context.Request.Form["subject"].OfType<string>().Take(OfOne)];
        if (subjects.Length == 0)
        {
            desk.Redirect(DeskLinks.Add(back, DeskNotice.Saying("none-chosen")));
            return;
        }

        if (desk.Form("reason") is not { } reason || DeskTime.Read(desk.Form("until")) is not { } until || until < desk.Time.Today || until > desk.Time.Today.AddDays(LongestDismissal))
        {
            desk.Redirect(DeskLinks.Add(back, DeskNotice.Saying("dismissal-incomplete")));
            return;
        }

        foreach (var subject in subjects)
        {
            await log.DismissAsync(new(rule.Id, subject, desk.Time.EndOf(until), desk.Access.Who, reason, desk.Time.Now), desk.Aborted);
        }

        desk.Redirect(DeskLinks.Add(back, DeskNotice.Saying("dismissed")));
    }

    /// <summary>Has the anomalies looked for anew.</summary>
    public Task RenewAsync(DeskCall desk)
    {
        board.Renew();
        desk.Redirect(DeskLinks.Add(desk.Links.Anomalies, DeskNotice.Saying("scanning")));
        return Task.CompletedTask;
    }

    private AnomalyRule? RuleOf(string? id) => scan.Rules.FirstOrDefault(rule => rule.Id == id);
}
