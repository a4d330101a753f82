using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.AspNetCore.Desk.Actions;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>One request, with everything that may be done with it now.</summary>
internal sealed class OneRequestPage(
    IBorrowingWorkflow workflow, IDeskLog log, FindingsBoard board, DeskOptions options, AnomalyScan scan, DeskRenderer renderer, DeskHandler handler)
{
    public async Task ShowAsync(DeskCall desk)
    {
        if (!RequestId.TryParse(desk.Query("id"), out var id) || await workflow.FindAsync(id, desk.Aborted) is not { } request)
        {
            await handler.NotFoundAsync(desk, "not-found.request");
            return;
        }

        var history = await workflow.HistoryAsync(id, desk.Aborted);
        var permitted = desk.Access.CanWork ? await workflow.PermittedAsync(id, Actor.Staff, desk.Aborted) : default;
        var checks = await ChecksOfAsync(desk, RequestSummary.Of(request));
        var report = await board.LookAsync(library: null, desk.Aborted);
        AnomalyFinding[] findings = [.. (report?.Findings ?? []).Where(finding => finding.Request == id)];
        var recommended = Recommended(desk, checks, findings).Where(permitted.Contains).Distinct().ToList();
        var others = permitted.Where(trigger => !recommended.Contains(trigger)).ToList();
        var model = new RequestModel(request, history)
        {
            Checks = checks,
            Findings = findings,
            Recommended = [.. recommended.Select((trigger, index) => new ActionModel(request, trigger) { IsFirst = index == 0 })],
            Others = [.. others.Where(trigger => !trigger.IsAboutPartner()).Select(trigger => new ActionModel(request, trigger))],
            ForPartner = [.. others.Where(trigger => trigger.IsAboutPartner()).Select(trigger => new ActionModel(request, trigger))],
            Items = scan.Items is { } items ? [.. (await items.FindAsync([id], desk.Aborted))[id]] : null,
        };
        await renderer.WriteAsync(desk, request.Citation.Title ?? id.Value, "queue", RequestView.Of(desk, model));
    }

    /// <summary>What is recommended: by the list that the reader comes from, then by the findings, then by the other lists.</summary>
    private IEnumerable<Trigger> Recommended(DeskCall desk, IReadOnlyList<CheckPolicy> checks, AnomalyFinding[] findings)
    {
        var named = options.Checks.Where(check => check.Id == desk.Query("check")).SelectMany(check => check.Remedies);
        var asked = scan.Rules.Where(rule => rule.Id == desk.Query("anomaly")).SelectMany(rule => rule.Remedies);
        return [.. named, .. asked, .. findings.SelectMany(finding => finding.Rule.Remedies), .. checks.SelectMany(check => check.Remedies)];
    }

    private async Task<IReadOnlyList<CheckPolicy>> ChecksOfAsync(DeskCall desk, RequestSummary summary)
    {
        var runs = await log.LatestRunsAsync(desk.Aborted);
        return [.. options.Checks.Where(check => check.Select(new(desk.Time.Now, LastRuns.Of(check.Id, summary.Library, runs)?.At)).Includes(in summary))];
    }
}
