using System.Globalization;
using BorrowingWorkflow.AspNetCore.Desk.Actions;
using BorrowingWorkflow.AspNetCore.Diagnostics;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>Moves several requests at once: choose, look, then do. Each is decided by itself, on the revision that was looked at.</summary>
internal sealed class BulkPage(
    IBorrowingWorkflow workflow, RequestActions actions, DeskRenderer renderer, DeskHandler handler, ILogger<BulkPage> logger)
{
    private const int Most = QueuePage.PageSize;

    // What is about one request's own text, volumes, partners or messages is done on that request.
    private static readonly TriggerSet OneByOne =
        [Trigger.EditRequest, Trigger.ChangePartnerOrder, Trigger.DismissGeneralMessage, Trigger.DismissNote, Trigger.Resubmit, Trigger.Replace];

    /// <summary>Shows what was chosen, with what is permitted on all, or with the form of what was chosen to do.</summary>
    public async Task ChooseAsync(DeskCall desk)
    {
        var requests = new List<BorrowingRequest>();
        TriggerSet? permitted = null;
        foreach (var text in desk.Context.Request.Form["id"].Distinct(StringComparer.Ordinal).Take(Most))
        {
            if (RequestId.TryParse(text, out var id) && await workflow.FindAsync(id, desk.Aborted) is { } request)
            {
                requests.Add(request);
                var mine = await workflow.PermittedAsync(id, Actor.Staff, desk.Aborted);
                permitted = permitted is { } before ? before & mine : mine;
            }
        }

        var back = desk.Place("return", desk.Links.Queue);
        if (requests.Count == 0)
        {
            desk.Redirect(DeskLinks.Add(back, DeskNotice.Saying("none-chosen")));
            return;
        }

        List<Trigger> possible = [.. permitted.GetValueOrDefault().Where(trigger => !OneByOne.Contains(trigger))];
        var chosen = Named.Read<Trigger>(desk.Form("trigger")) is { } trigger && possible.Contains(trigger) ? trigger : (Trigger?)null;
        await renderer.WriteAsync(desk, desk.T["bulk"], "queue", BulkView.Of(desk, new(requests, possible, chosen, back)));
    }

    /// <summary>Does it.</summary>
    public async Task ApplyAsync(DeskCall desk)
    {
        if (Named.Read<Trigger>(desk.Form("trigger")) is not { } trigger || OneByOne.Contains(trigger))
        {
            await handler.NotFoundAsync(desk, "not-found.action");
            return;
        }

        var key = desk.Form("key") ?? Guid.NewGuid().ToString("N");
        var data = InputDraft.Of(desk.Context.Request.Form, ActionForm.Of(trigger).Fields).ToData(about: null, desk.Time);
        var outcomes = new List<BulkOutcome>();
        foreach (var chosen in desk.Context.Request.Form["chosen"].Take(Most))
        {
            if (chosen?.Split(':', 2) is [var number, var text] && RequestId.TryParse(text, out var id)
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            {
                outcomes.Add(await MoveAsync(desk, id, trigger, revision, key, data));
            }
        }

        logger.MovedAtOnce(outcomes.Count, trigger, outcomes.Count(outcome => outcome.Outcome == "bulk.moved"));
        var back = desk.Place("return", desk.Links.Queue);
        await renderer.WriteAsync(desk, desk.T["bulk"], "queue", BulkView.Done(desk, trigger, outcomes, back));
    }

    private async Task<BulkOutcome> MoveAsync(DeskCall desk, RequestId id, Trigger trigger, int revision, string key, InputData data)
    {
        if (await workflow.FindAsync(id, desk.Aborted) is not { } request)
        {
            return new(id, null, "bulk.gone");
        }

        try
        {
            var result = await actions.PerformAsync(desk, request, trigger, revision, $"bulk-{key}", data);
            return new(id, result.Status, RequestActions.IsRefused(result) ? "bulk.refused" : "bulk.moved");
        }
        catch (ConcurrencyConflictException)
        {
            return new(id, request.Status, "bulk.conflict");
        }
        catch (ArgumentException)
        {
            return new(id, request.Status, "bulk.malformed");
        }
    }
}
