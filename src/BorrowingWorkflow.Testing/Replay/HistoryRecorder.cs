using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>
/// Makes a recording: decides the history again and takes down what the history itself does not keep. What can't be known is found by
/// trying (what intake rules objected, which sends were under way); a history that comes out otherwise all the same is refused.
/// </summary>
internal sealed class HistoryRecorder
{
    private readonly HistoryDocument _frame;
    private readonly IReadOnlyList<HistoryEvent> _history;
    private readonly IReadOnlyList<DeadlineKind?> _fired;
    private readonly ReplayDesk _desk;
    private readonly List<HistoryStep> _steps = [];

    private HistoryRecorder(HistoryDocument frame, IReadOnlyList<HistoryEvent> history, IReadOnlyList<DeadlineKind?> fired, IWorkCalendar? calendar)
    {
        (_frame, _history, _fired) = (frame, history, fired);
        _desk = new(frame, calendar, table: null);
    }

    public static async Task<HistoryDocument> RecordAsync(
        string name, IReadOnlyList<HistoryEvent> history, RecordingSettings settings, CancellationToken cancellationToken)
    {
        var pseudonyms = new Pseudonyms(settings.Options.PickupAtLibrary);
        HistoryEvent[] shown = [.. history.Select(item => settings.KeepsPatronData ? item : pseudonyms.Without(item))];
        var frame = new HistoryDocument
        {
            Format = HistoryDocument.CurrentFormat,
            Name = name,
            Request = history[0].Request,
            IsPurged = history.Any(item => item.Data is null && item.From != BorrowingStatus.Deleted) ? true : null,
            Policies = HistoryPolicies.Of(settings.Options),
            Calendar = HistoryCalendar.Of(settings.Calendar, history.Select(item => item.Data?.Library).OfType<string>()),
            Partners = await PartnersAsync(history, settings, cancellationToken).ConfigureAwait(false),
            Steps = [],
        };
        return frame.IsPurged == true
            ? frame with { Steps = [.. shown.Select((item, index) => StepOf(item, item.At) with { Fires = FiredBy(history[index]) })] }
            : await new HistoryRecorder(frame, shown, [.. history.Select(FiredBy)], settings.OwnCalendar).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<HistoryPartner>> PartnersAsync(
        IReadOnlyList<HistoryEvent> history, RecordingSettings settings, CancellationToken cancellationToken)
    {
        List<HistoryPartner> partners = [];
        foreach (var code in history.SelectMany(item => item.Data?.Partners ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (await settings.Partners.FindAsync(code, cancellationToken).ConfigureAwait(false) is { } partner)
            {
                partners.Add(HistoryPartner.Of(partner));
            }
        }

        return partners;
    }

    private async Task<HistoryDocument> RunAsync(CancellationToken cancellationToken)
    {
        for (var index = 0; index < _history.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var step = StepOf(_history[index], DecidedAt(index)) with { Fires = _fired[index] };
            if (step.Fires is { } kind
                && await _desk.Store.FindAsync(_frame.Request, cancellationToken).ConfigureAwait(false) is { Deadlines: [var first, ..] }
                && first.Kind == kind && first.At > (step.DecidedAt ?? step.At))
            {
                // It was armed a little earlier than the moments of the history tell.
                step = step with { DecidedAt = first.At };
            }

            _steps.Add(await DecideAsync(step, cancellationToken).ConfigureAwait(false));
        }

        return _frame with { Steps = _steps };
    }

    private async Task<HistoryStep> DecideAsync(HistoryStep step, CancellationToken cancellationToken)
    {
        _desk.Store.Keeps = save => HistoryComparison.IsAsTold(step, save);
        RequestSave? first = null;
        foreach (var attempt in Circumstances(step))
        {
            try
            {
                await _desk.DecideAsync(attempt, cancellationToken).ConfigureAwait(false);
                return _desk.Store.Decided is { } kept
                    ? attempt with { Outcome = HistoryOutcome.Of(kept) }
                    : throw NotReproduced(step, "nothing is decided");
            }
            catch (NotKeptException)
            {
                first ??= _desk.Store.Decided;
            }
            catch (WorkflowException fault)
            {
                throw NotReproduced(step, fault.Message, fault);
            }
        }

        throw NotReproduced(step, HistoryComparison.Headline(HistoryOutcome.Of(first!)));
    }

    /// <summary>What may have been the case: first what is most likely, then what is found out only now.</summary>
    private IEnumerable<HistoryStep> Circumstances(HistoryStep step)
    {
        var before = _steps.Count > 0 ? _steps[^1].UnderWay : null;
        yield return step with { UnderWay = before };
        foreach (var objection in Enum.GetValues<IntakeObjection>().Where(one => step.Trigger == Trigger.Submit && one != IntakeObjection.None))
        {
            yield return step with { Objection = objection };
        }

        string[] open = [.. _desk.Store.OpenSends.Where(send => !send.IsUnderWay).Select(send => send.Effect)];
        foreach (var send in open)
        {
            yield return step with { UnderWay = [.. before ?? [], send] };
        }

        if (open.Length > 1)
        {
            yield return step with { UnderWay = [.. before ?? [], .. open] };
        }
    }

    /// <summary>The deadline that a sweep fired; its message id begins with the kind. Whoever fires the trigger by hand has an id of another form.</summary>
    private static DeadlineKind? FiredBy(HistoryEvent item) =>
        item.By == Actor.System && item.MessageId.Split('/') is ["deadline", var kind, _, _] && Enum.TryParse<DeadlineKind>(kind, out var fired)
            && Deadlines.TriggerOf(fired) == item.Trigger
            ? fired
            : null;

    private static HistoryStep StepOf(HistoryEvent item, DateTimeOffset decidedAt) => new()
    {
        Revision = item.Revision,
        At = item.At,
        DecidedAt = decidedAt == item.At ? null : decidedAt,
        Trigger = item.Trigger,
        AndThen = item.AndThen,
        By = item.By,
        Who = item.Who,
        Partner = item.Partner,
        Message = item.MessageId,
        Data = item.Data == new InputData() ? null : item.Data,
        Outcome = HistoryOutcome.Of(item),
    };

    /// <summary>
    /// The history keeps when things happened, as their senders say. They were decided in the order of their revisions, and what is our
    /// own is dated by our own clock.
    /// </summary>
    private DateTimeOffset DecidedAt(int index)
    {
        var at = _history[index].At;
        var next = _history.Skip(index + 1).Where(item => item.By != Actor.Partner).Select(item => item.At).DefaultIfEmpty(at).Min();
        var previous = _steps.Count > 0 ? _steps[^1].DecidedAt ?? _steps[^1].At : at;
        at = at > next ? next : at;
        return at < previous ? previous : at;
    }

    private ConformanceException NotReproduced(HistoryStep step, string now, Exception? inner = null) => new(
        $"{_frame.Request} can't be recorded. At revision {step.Revision}, {HistoryComparison.Question(step)}, it was "
        + $"{HistoryComparison.Headline(step.Outcome)}; with these settings: {now}. Give the policies, partners and calendar that were in force "
        + "then, and record with the version of the package that decided it.",
        inner);
}
