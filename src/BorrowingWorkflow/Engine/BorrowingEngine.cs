using BorrowingWorkflow.Diagnostics;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Engine;

/// <summary>Find, decide, save: once where nobody interferes, again where somebody saved in between.</summary>
internal sealed class BorrowingEngine : IBorrowingWorkflow
{
    private static readonly Dictionary<string, Partner> NoPartners = [];

    private readonly IWorkflowStore _store;
    private readonly BorrowingOptions _options;
    private readonly IPartnerDirectory _partners;
    private readonly IWorkCalendar _calendar;
    private readonly IIntakeRule[] _rules;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly TransitionTable _table;
    private readonly MachinePool _machines;

    public BorrowingEngine(
        IWorkflowStore store,
        BorrowingOptions options,
        IPartnerDirectory partners,
        IWorkCalendar calendar,
        IEnumerable<IIntakeRule> rules,
        TimeProvider clock,
        ILogger<BorrowingEngine> logger,
        TransitionTable? table = null)
    {
        TransitionLint.Ensure();
        _store = store;
        _options = options;
        _partners = partners;
        _calendar = calendar;
        _rules = [.. rules.OrderBy(rule => rule.Objection)];
        _clock = clock;
        _logger = logger;
        _table = table ?? TransitionTable.Default;
        _machines = table is null ? MachinePool.Default : new(table);
    }

    public ValueTask<TransitionResult> SubmitAsync(
        RequestId request, Submission submission, string messageId, Actor by = Actor.Patron, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(messageId);
        return ExecuteAsync(
            new() { Request = request, Trigger = Trigger.Submit, By = by, MessageId = messageId, Data = submission.ToData() }, cancellationToken);
    }

    public ValueTask<TransitionResult> ExecuteAsync(WorkflowInput command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.By == Actor.Partner
            ? throw new ArgumentException("A partner's message goes to ReceiveAsync.", nameof(command))
            : ProcessAsync(command, cancellationToken);
    }

    public ValueTask<TransitionResult> ReceiveAsync(WorkflowInput message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.By != Actor.Partner
            ? throw new ArgumentException("Only a partner's message is received; commands go to ExecuteAsync.", nameof(message))
            : ProcessAsync(message, cancellationToken);
    }

    public ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default) =>
        _store.FindAsync(request, cancellationToken);

    public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) =>
        _store.HistoryAsync(request, cancellationToken);

    public async ValueTask<TriggerSet> PermittedAsync(RequestId request, Actor by, CancellationToken cancellationToken = default)
    {
        // The question is put as an input that is never decided, so that it sees what a decision would see.
        var question = new WorkflowInput { Request = request, Trigger = Trigger.Assign, By = by, MessageId = "?" };
        var loaded = await _store.LoadAsync(request, question.Key, cancellationToken).ConfigureAwait(false);
        var found = loaded.Request ?? throw new RequestNotFoundException(request);
        var context = await ContextAsync(found, question, loaded, IntakeObjection.None, null, cancellationToken).ConfigureAwait(false);
        return Decider.Permitted(new(found, question, context), by);
    }

    /// <summary>Fires the request's earliest deadline if it is due.</summary>
    /// <returns>The verdict; null where nothing was due any more.</returns>
    internal async ValueTask<TransitionResult?> FireDueAsync(RequestId request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = await _store.FindAsync(request, cancellationToken).ConfigureAwait(false);
            if (found?.Deadlines is not [{ } deadline, ..] || deadline.At > _clock.GetUtcNow())
            {
                return null;
            }

            var input = new WorkflowInput
            {
                Request = request,
                Trigger = Deadlines.TriggerOf(deadline.Kind),
                By = Actor.System,
                MessageId = string.Create(null, $"deadline/{deadline.Kind}/{deadline.At.UtcTicks}/{found.Version}"),
                Partner = deadline.Kind == DeadlineKind.PartnerExpiry ? found.Active?.Partner ?? "(none)" : null,
                IfRevision = found.Revision,
            };
            using var activity = Telemetry.Start(input);
            try
            {
                var result = await TryAsync(input, IntakeObjection.None, deadline, cancellationToken).ConfigureAwait(false);
                Telemetry.Decided(activity, input, result);
                return result;
            }
            catch (ConcurrencyConflictException conflict) when (attempt < _options.DecisionAttempts)
            {
                // Somebody moved the request; the deadline may have fallen with that.
                Telemetry.Conflict();
                _logger.DecidingAgain(conflict.Request.Value, attempt);
            }
        }
    }

    private async ValueTask<TransitionResult> ProcessAsync(WorkflowInput input, CancellationToken cancellationToken)
    {
        InputCheck.Ensure(input);
        var objection = input.Trigger == Trigger.Submit ? await ObjectionAsync(input, cancellationToken).ConfigureAwait(false) : IntakeObjection.None;
        using var activity = Telemetry.Start(input);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await TryAsync(input, objection, null, cancellationToken).ConfigureAwait(false);
                Telemetry.Decided(activity, input, result);
                return result;
            }
            catch (ConcurrencyConflictException conflict) when (attempt < _options.DecisionAttempts && input.IfRevision is null)
            {
                Telemetry.Conflict();
                _logger.DecidingAgain(conflict.Request.Value, attempt);
            }
        }
    }

    private async ValueTask<TransitionResult> TryAsync(
        WorkflowInput input, IntakeObjection objection, Deadline? fires, CancellationToken cancellationToken)
    {
        var loaded = await _store.LoadAsync(input.Request, input.Key, cancellationToken).ConfigureAwait(false);
        if (loaded.FirstVerdict is { } first)
        {
            return Again(first);
        }

        if (loaded.Request is null)
        {
            EnsureCreates(input);
        }

        if (input.IfRevision is { } revision && loaded.Request?.Revision != revision)
        {
            throw new ConcurrencyConflictException(input.Request, ExpectedVersion.Exactly(revision), loaded.Request?.Revision ?? 0);
        }

        var context = await ContextAsync(loaded.Request, input, loaded, objection, fires, cancellationToken).ConfigureAwait(false);
        var decided = Decider.Decide(loaded.Request, input, context);
        await _store.SaveAsync(decided.Save, cancellationToken).ConfigureAwait(false);
        Telemetry.Left(loaded.Request, decided.Result.Status, context.Now);
        if (decided.Result.Verdict != Verdict.Applied)
        {
            _logger.NotApplied(input.Request.Value, input.Trigger, decided.Result.Verdict, decided.Result.Status);
        }

        return decided.Result;
    }

    private static void EnsureCreates(WorkflowInput input)
    {
        if (!input.Trigger.IsCreating())
        {
            throw new RequestNotFoundException(input.Request);
        }

        if (InputCheck.CreationFault(input) is { } fault)
        {
            throw new ArgumentException(fault, nameof(input));
        }
    }

    private async ValueTask<DecisionContext> ContextAsync(
        BorrowingRequest? request, WorkflowInput input, LoadedRequest loaded, IntakeObjection objection, Deadline? fires, CancellationToken cancellationToken) =>
        new()
        {
            Table = _table,
            Machines = _machines,
            Options = _options,
            Calendar = _calendar,
            Now = _clock.GetUtcNow(),
            Partners = await PartnersAsync(request, input, cancellationToken).ConfigureAwait(false),
            OpenSends = loaded.OpenSends,
            Objection = objection,
            Fires = fires,
        };

    private async ValueTask<IReadOnlyDictionary<string, Partner>> PartnersAsync(
        BorrowingRequest? request, WorkflowInput input, CancellationToken cancellationToken)
    {
        var offered = input.Data.Partners;
        if (request is not { Rota.Count: > 0 } && offered is null)
        {
            return NoPartners;
        }

        var partners = new Dictionary<string, Partner>(StringComparer.Ordinal);
        foreach (var entry in request?.Rota ?? [])
        {
            await AddAsync(entry.Partner).ConfigureAwait(false);
        }

        foreach (var code in offered ?? [])
        {
            await AddAsync(code).ConfigureAwait(false);
        }

        return partners;

        async ValueTask AddAsync(string code)
        {
            if (!partners.ContainsKey(code) && await _partners.FindAsync(code, cancellationToken).ConfigureAwait(false) is { } partner)
            {
                partners.Add(code, partner);
            }
        }
    }

    private async ValueTask<IntakeObjection> ObjectionAsync(WorkflowInput input, CancellationToken cancellationToken)
    {
        var submission = input.Data.ToSubmission();
        foreach (var rule in _rules)
        {
            if (rule.Objection == IntakeObjection.PossibleDuplicate && submission.OverrideDuplicate)
            {
                continue;
            }

            if (await rule.ObjectsAsync(input.Request, submission, cancellationToken).ConfigureAwait(false))
            {
                return rule.Objection;
            }
        }

        return IntakeObjection.None;
    }

    private static TransitionResult Again(HistoryEvent first) => new()
    {
        Request = first.Request,
        Verdict = Verdict.Duplicate,
        First = first.Verdict,
        Status = first.To,
        Version = first.Version,
        Clause = first.Clause,
        Reason = first.Reason,
        Permitted = first.Permitted,
    };
}
