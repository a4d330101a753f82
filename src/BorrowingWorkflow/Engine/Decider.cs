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
        var request = before is null ? NewRequest(input, context) : IsImportedAgain(before, input) ? Afresh(before, input, context) : before.Copy();
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

        Note(decision, ruling.Verdict);
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
            { Status: BorrowingStatus.RequestCompleted, BeforeClose: null } => [.. permitted.Where(trigger => trigger != Trigger.Reactivate)],
            { Status: BorrowingStatus.ReturnedItemToPartner, BeforeReturn: null } => [.. permitted.Where(trigger => trigger != Trigger.UndoReturn)],
            _ => permitted,
        };
    }

    private static BorrowingRequest NewRequest(WorkflowInput input, DecisionContext context)
    {
        var request = new BorrowingRequest { Id = input.Request, CreatedAt = context.Now, EnteredAt = context.Now };
        Edits.Fill(request, input.Data);
        return request;
    }

    /// <summary>True where all that is known of the request came by an import, and the sender wants it taken over as it is there now.</summary>
    private static bool IsImportedAgain(BorrowingRequest before, WorkflowInput input) =>
        input is { Trigger: Trigger.Import, AndThen: null, Data.ImportAgain: true }
        && before.Facts.ImportedRevision == before.Revision
        && InputCheck.CreationFault(input) is null;

    /// <summary>The request without anything of the earlier import but its id, its age and its numbers.</summary>
    private static BorrowingRequest Afresh(BorrowingRequest before, WorkflowInput input, DecisionContext context)
    {
        var request = NewRequest(input, context);
        request.CreatedAt = before.CreatedAt;
        request.Version = before.Version;
        request.Revision = before.Revision;
        return request;
    }

    private static Ruling Step(Decision decision, Trigger trigger)
    {
        decision.Trigger = trigger;
        var (request, input) = (decision.Request, decision.Input);
        if (RotaProgress.IsToldAlready(decision))
        {
            return new(Verdict.OutOfSequence);
        }

        SettleSend(decision);
        if (IsFromElsewhere(decision))
        {
            return input.By switch
            {
                Actor.Partner => new(Verdict.FromInactivePartner),
                Actor.System => new(Verdict.OutOfSequence),
                _ => Refuse(decision, null, $"{input.Partner} is not the active partner ({request.Active?.Partner ?? "there is none"})."),
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
            return input.By is Actor.Partner or Actor.System ? new(Verdict.OutOfSequence) : Refuse(decision, clause, null);
        }

        Apply(decision, clause, to, facts);
        return new(Verdict.Applied) { Clause = clause.Clause };
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

    /// <summary>A send whose outcome the input tells leaves the queue, whatever the verdict.</summary>
    private static void SettleSend(Decision decision)
    {
        if (decision.Trigger is not (Trigger.Sent or Trigger.SendFailed) || RotaProgress.SendConcerned(decision) is not { } index)
        {
            return;
        }

        var entry = decision.Request.Rota[index];
        if (decision.Trigger == Trigger.Sent)
        {
            // Whatever becomes of the input: from now on the partner has the request.
            decision.SetEntry(index, entry with { IsConfirmed = true });
        }

        var about = RotaProgress.SendOf(decision, entry);
        if (decision.Context.OpenSends.Any(send => send.Effect == about))
        {
            decision.Settled.Add(new(about!, decision.Trigger == Trigger.Sent ? EffectOutcome.Done : EffectOutcome.Failed, decision.Now));
        }
    }

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

    private static Ruling Refuse(Decision decision, CompiledTransition? clause, string? reason)
    {
        var (request, input) = (decision.Request, decision.Input);
        var cell = decision.Context.Table.Cell(request.Status, decision.Trigger).ToArray();
        var open = cell.Where(candidate => (candidate.Actors & input.By.AsSet()) != 0).ToArray();
        reason ??= clause is not null
            ? $"{decision.Trigger} has nothing to go back to."
            : open.Length > 0
                ? $"{decision.Trigger} needs: {string.Join("; or ", open.Select(candidate => candidate.When.ToString()).Distinct())}."
                : cell.Length > 0
                    ? $"{decision.Trigger} in {request.Status.Label()} is not for {input.By}."
                    : $"{decision.Trigger} is not possible in {request.Status.Label()}.";
        return new(Verdict.Refused)
        {
            Clause = clause?.Clause ?? open.FirstOrDefault()?.Clause ?? cell.FirstOrDefault()?.Clause,
            Reason = reason,
            Permitted = [.. Permitted(decision, input.By)],
        };
    }

    /// <summary>Keeps what detectors want to know of any input, whatever its verdict.</summary>
    private static void Note(Decision decision, Verdict verdict)
    {
        var (request, input, facts) = (decision.Request, decision.Input, decision.Request.Facts);
        if (verdict == Verdict.OutOfSequence && input.By == Actor.Partner)
        {
            facts.OutOfSequence++;
        }

        if (verdict == Verdict.FromInactivePartner && input.Trigger is (Trigger.PartnerShipped or Trigger.PartnerShippedDigitally))
        {
            facts.ShippedByWrongPartner = input.Partner;
            RotaProgress.NoteShipment(decision, input.Trigger == Trigger.PartnerShipped);
        }

        var at = input.At ?? decision.Now;
        if (facts.LastEventAt - at > facts.LargestStepBack)
        {
            facts.LargestStepBack = facts.LastEventAt - at;
        }

        facts.LastEventAt = at;
        facts.LatestEventAt = at > facts.LatestEventAt ? at : facts.LatestEventAt;
        if (decision.Context.Fires is { } fired)
        {
            Dismiss(decision, fired);
        }

        request.Revision++;
        if (verdict == Verdict.Applied && input.Trigger == Trigger.Import)
        {
            facts.ImportedRevision = request.Revision;
        }

        request.Traits = TraitsOf.Compute(request, decision.Options.KeepRejectedActive);
    }

    /// <summary>A deadline that fired is gone, applied or not; a retention that was lengthened meanwhile starts again.</summary>
    private static void Dismiss(Decision decision, Deadline fired)
    {
        var request = decision.Request;
        if (!request.Deadlines.Contains(fired))
        {
            return;
        }

        decision.Disarm(fired.Kind);
        if (fired.Kind == DeadlineKind.Retention && decision.Options.Retention is { } retention && request.EnteredAt + retention > decision.Now)
        {
            decision.Arm(fired.Kind, request.EnteredAt + retention);
        }
    }

    private readonly record struct Ruling(Verdict Verdict)
    {
        public string? Clause { get; init; }

        public string? Reason { get; init; }

        public IReadOnlyList<Trigger> Permitted { get; init; } = [];
    }
}
