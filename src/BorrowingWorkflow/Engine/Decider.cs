using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Engine;

/// <summary>
/// Decides: request, input, policies and time in; verdict, next request, event, effects and deadlines out.
/// Pure and total: no I/O, no exception for any input in any status, and the same answer for the same question.
/// </summary>
internal static class Decider
{
    /// <summary>Decides an input that is not a duplicate. <paramref name="before"/> is null for a request that does not exist yet.</summary>
    public static Decided Decide(BorrowingRequest? before, WorkflowInput input, DecisionContext context)
    {
        var request = Beginning.Of(before, input, context);
        var decision = new Decision(request, input, context);
        var (status, version) = (before?.Status ?? BorrowingStatus.None, request.Version);
        request.Version = version + 1;
        var first = Step(decision, input.Trigger);
        Ruling? second = input.AndThen is { } then ? Step(decision, then) : null;
        var ruling = first.Verdict != Verdict.Applied && second is { Verdict: Verdict.Applied } later ? later : first;
        if (ruling.Verdict != Verdict.Applied)
        {
            request.Version = version;
        }

        Kept.Note(decision, ruling.Verdict);
        var clause = first.Verdict == Verdict.Applied && second is { Verdict: Verdict.Applied, Clause: var and } ? $"{first.Clause}+{and}" : ruling.Clause;
        var historyEvent = new HistoryEvent
        {
            Request = request.Id,
            Revision = request.Revision,
            At = input.At ?? context.Now,
            MessageId = input.MessageId,
            Trigger = input.Trigger,
            AndThen = input.AndThen,
            By = input.By,
            Who = input.Who,
            Partner = input.Partner,
            Verdict = ruling.Verdict,
            Clause = ruling.Verdict == Verdict.Applied ? clause : null,
            From = status,
            To = request.Status,
            Version = request.Version,
            Reason = ruling.Reason,
            Records = decision.AllRecords,
            Permitted = ruling.Permitted,
            Data = status == BorrowingStatus.Deleted ? null : input.Data,
        };
        var save = new RequestSave
        {
            Request = request,
            Expected = ExpectedVersion.Of(before),
            Event = historyEvent,
            Key = input.Key,
            Effects = decision.Effects,
            Withdrawn = decision.AllWithdrawn,
            Settled = decision.AllSettled,
            EffectsAreDone = context.Options.EffectsAreDone,
            ErasesPatronData = decision.ErasesPatronData,
        };
        return new(save, new()
        {
            Request = request.Id,
            Verdict = ruling.Verdict,
            Status = request.Status,
            Version = request.Version,
            Clause = clause,
            Reason = ruling.Reason,
            Permitted = ruling.Permitted,
            Effects = decision.Effects,
        });
    }

    /// <summary>The triggers that the actor may fire as things stand.</summary>
    public static TriggerSet Permitted(Decision decision, Actor by)
    {
        var request = decision.Request;
        var permitted = decision.Context.Table.Permitted(request.Status, by.AsSet(), Facts.Standing(decision));
        return request switch
        {
            { Status: BorrowingStatus.RequestCompleted, BeforeClose: null } => permitted - [Trigger.Reactivate],
            { Status: BorrowingStatus.ReturnedItemToPartner, BeforeReturn: null } => permitted - [Trigger.UndoReturn],
            _ => permitted,
        };
    }

    private static Ruling Step(Decision decision, Trigger trigger)
    {
        decision.Trigger = trigger;
        var (request, input) = (decision.Request, decision.Input);
        if (KnownSends.IsToldAlready(decision))
        {
            return new(Verdict.OutOfSequence);
        }

        KnownSends.Settle(decision);
        if (IsFromElsewhere(decision))
        {
            return input.By switch
            {
                Actor.Partner => FromInactive(decision),
                Actor.System => new(Verdict.OutOfSequence),
                _ => Refusal.Of(decision, null, $"{input.Partner} is not the active partner ({request.Active?.Partner ?? "there is none"})."),
            };
        }

        if (IsAnswerOfAnotherLocate(decision))
        {
            return new(Verdict.OutOfSequence);
        }

        var facts = Facts.Of(decision);
        var clause = decision.Context.Table.Find(request.Status, trigger, input.By.AsSet(), facts);
        if (clause is null || Destination(decision, clause) is not { } to)
        {
            return input.By is Actor.Partner or Actor.System ? new(Verdict.OutOfSequence) : Refusal.Of(decision, clause, null);
        }

        Apply(decision, clause, to, facts);
        return new(Verdict.Applied) { Clause = clause.Clause };
    }

    private static Ruling FromInactive(Decision decision)
    {
        if (decision.Trigger is Trigger.PartnerShipped or Trigger.PartnerShippedDigitally)
        {
            decision.Request.Facts.ShippedByWrongPartner = decision.Input.Partner;
            Shipments.Note(decision, decision.Trigger == Trigger.PartnerShipped);
        }

        return new(Verdict.FromInactivePartner);
    }

    private static void Apply(Decision decision, CompiledTransition clause, BorrowingStatus to, GuardFacts facts)
    {
        var request = decision.Request;
        var before = Prior.Of(request);
        decision.Clause = clause;
        if (decision.Input.By == Actor.System)
        {
            RemoveFired(decision);
        }

        Taken.Apply(decision);
        foreach (var step in clause.Steps)
        {
            step.Apply(decision);
        }

        var fired = decision.Context.Machines.Fire(clause.From, clause.Trigger, decision.Input.By.AsSet(), facts, to);
        if (fired != to)
        {
            throw new InvalidOperationException($"Clause {clause.Clause} leads to {to}, but the state machine went to {fired}.");
        }

        if (!clause.Stays)
        {
            Arrival.In(to, decision, before);
        }
        else
        {
            // A clause of several statuses may arm a clock that runs in only some of them.
            decision.Request.Deadlines = Deadlines.Standing(decision.Context.Table, to, decision.Request.Deadlines);
        }
    }

    private static BorrowingStatus? Destination(Decision decision, CompiledTransition clause) => clause.Row.To.Kind == TargetKind.Imported
        ? decision.Data.Status
        : clause.Restores switch
        {
            Memory.Cancel => decision.Request.BeforeCancel?.Status,
            Memory.Return => decision.Request.BeforeReturn?.Status,
            Memory.Close => decision.Request.BeforeClose?.Status,
            _ => clause.To,
        };

    /// <summary>True where a partner's word, or the word about a partner, does not come from the active one. After the close everybody may speak.</summary>
    private static bool IsFromElsewhere(Decision decision)
    {
        var (request, input) = (decision.Request, decision.Input);
        if (request.Status == BorrowingStatus.None || request.Status.IsFinal() || input.Partner == request.Active?.Partner)
        {
            return false;
        }

        return input.By == Actor.Partner ? decision.Trigger != Trigger.ReceiveGeneralMessage : decision.Trigger.IsAboutPartner();
    }

    /// <summary>True where a locate answers that was stopped: the one that is awaited was begun for what staff corrected since.</summary>
    private static bool IsAnswerOfAnotherLocate(Decision decision) =>
        decision.Trigger is Trigger.RotaBuilt or Trigger.LocateFoundNothing or Trigger.LocateInterrupted
        && decision.Input.By == Actor.System
        && decision.Data.Effect is { } effect
        && effect != decision.Request.Facts.LocateEffect;

    private static void RemoveFired(Decision decision)
    {
        foreach (var deadline in decision.Request.Deadlines)
        {
            if (Deadlines.TriggerOf(deadline.Kind) == decision.Trigger)
            {
                decision.Disarm(deadline.Kind);
                return;
            }
        }
    }
}
