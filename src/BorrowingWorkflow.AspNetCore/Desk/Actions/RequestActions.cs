using System.Globalization;
using BorrowingWorkflow.AspNetCore.Desk.Pages;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.AspNetCore.Http;

namespace BorrowingWorkflow.AspNetCore.Desk.Actions;

/// <summary>Carries out what staff do with one request.</summary>
internal sealed class RequestActions(IBorrowingWorkflow workflow, FindingsBoard board, DeskRenderer renderer, DeskHandler handler)
{
    /// <summary>Takes the form of an action.</summary>
    public async Task ActAsync(DeskCall desk)
    {
        if (!RequestId.TryParse(desk.Form("request"), out var id) || Named.Read<Trigger>(desk.Form("trigger")) is not { } trigger
            || !int.TryParse(desk.Form("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            || await workflow.FindAsync(id, desk.Aborted) is not { } request)
        {
            await handler.NotFoundAsync(desk, "not-found.request");
            return;
        }

        var draft = InputDraft.Of(desk.Context.Request.Form, ActionForm.Of(trigger).Fields);
        var attempt = new ActionModel(request, trigger) { Next = desk.Form("next"), About = desk.Form("about"), Draft = draft };
        if (attempt.Missing is { } missing)
        {
            await ShowAsync(desk, attempt, desk.T["act.missing", desk.T[$"field.{missing}"]], StatusCodes.Status422UnprocessableEntity);
            return;
        }

        try
        {
            var result = await PerformAsync(desk, request, trigger, revision, desk.Form("key") ?? attempt.MessageId, draft.ToData(attempt.About, desk.Time));
            if (IsRefused(result))
            {
                await ShowAsync(desk, attempt, desk.T["act.refused", desk.T.Trigger(trigger), result.Reason], StatusCodes.Status422UnprocessableEntity);
                return;
            }

            desk.Redirect(DeskLinks.Add(desk.Place("next", desk.Links.Request(id.Value)), DeskNotice.Moved(id, trigger, result.Status)));
        }
        catch (ConcurrencyConflictException)
        {
            await ShowConflictAsync(desk, attempt, revision);
        }
        catch (ArgumentException)
        {
            // The engine's own words are for programmers.
            await ShowAsync(desk, attempt, desk.T["act.malformed", desk.T.Trigger(trigger)], StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Fires a trigger as the member of staff who calls.</summary>
    /// <exception cref="ConcurrencyConflictException">The request has another revision by now.</exception>
    /// <exception cref="ArgumentException">The input is malformed.</exception>
    public async Task<TransitionResult> PerformAsync(
        DeskCall desk, BorrowingRequest request, Trigger trigger, int revision, string messageId, InputData data)
    {
        var result = await workflow.ExecuteAsync(
            new()
            {
                Request = request.Id,
                Trigger = trigger,
                By = Actor.Staff,
                MessageId = messageId,
                Who = desk.Access.Who,
                Partner = trigger.IsAboutPartner() ? RequestSummary.Of(request).Partner : null,
                IfRevision = revision,
                Data = data,
            },
            desk.Aborted);
        if (result.IsApplied)
        {
            board.ActedOn(request.Id);
        }

        return result;
    }

    /// <summary>True where it was refused, now or when the same form was sent before.</summary>
    public static bool IsRefused(TransitionResult result) => result is { Verdict: Verdict.Refused } or { First: Verdict.Refused };

    private Task ShowAsync(DeskCall desk, ActionModel attempt, string problem, int status) =>
        renderer.WriteAsync(desk, desk.T["act.not-done"], place: null, ProblemView.Of(desk, attempt, problem), status);

    private async Task ShowConflictAsync(DeskCall desk, ActionModel attempt, int revision)
    {
        var id = attempt.Request.Id;
        if (await workflow.FindAsync(id, desk.Aborted) is not { } now)
        {
            await handler.NotFoundAsync(desk, "not-found.request");
            return;
        }

        var history = await workflow.HistoryAsync(id, desk.Aborted);
        var permitted = await workflow.PermittedAsync(id, Actor.Staff, desk.Aborted);
        var model = new ConflictModel(attempt with { Request = now }, revision, history, permitted.Contains(attempt.Trigger));
        await renderer.WriteAsync(desk, desk.T["conflict"], place: null, ConflictView.Of(desk, model), StatusCodes.Status409Conflict);
    }
}
