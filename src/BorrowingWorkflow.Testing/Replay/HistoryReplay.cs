using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>One history, decided again.</summary>
internal sealed class HistoryReplay(HistoryDocument history, IWorkCalendar? calendar, TransitionTable? table)
{
    private readonly ReplayDesk _desk = new(history, calendar, table);
    private readonly List<ReplayDifference> _differences = [];

    public async Task<IReadOnlyList<ReplayDifference>> RunAsync(CancellationToken cancellationToken)
    {
        List<(HistoryStep Step, Verdict Verdict)> decided = [];
        foreach (var step in history.Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await DecideAsync(step, cancellationToken).ConfigureAwait(false) is { } verdict && step.Fires is null)
            {
                decided.Add((step, verdict));
            }
        }

        foreach (var (step, verdict) in decided)
        {
            await RepeatAsync(step, verdict, cancellationToken).ConfigureAwait(false);
        }

        return _differences;
    }

    public static ReplayDifference Difference(HistoryDocument history, HistoryStep step, string? clauseNow, string was, string now, bool follows) => new()
    {
        History = history.Name,
        Request = history.Request,
        Revision = step.Revision,
        Trigger = step.Trigger,
        By = step.By,
        Status = step.Outcome.From,
        Clause = step.Outcome.Clause ?? clauseNow,
        Was = was,
        Is = now,
        IsConsequence = follows,
        Question = HistoryComparison.Question(step),
    };

    private async Task<Verdict?> DecideAsync(HistoryStep step, CancellationToken cancellationToken)
    {
        TransitionResult? result;
        try
        {
            result = await _desk.DecideAsync(step, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The engine takes this input no longer, or its table contradicts itself: that, too, is a changed outcome.
            Differs(step, null, HistoryComparison.Headline(step.Outcome), $"{fault.GetType().Name} ({fault.Message})");
            return null;
        }

        if (_desk.Store.Decided is not { } save)
        {
            Differs(step, null, HistoryComparison.Headline(step.Outcome), result is null ? $"nothing: no {step.Fires} is due" : $"{result.Verdict}");
            return null;
        }

        if (save.Event.Trigger != step.Trigger)
        {
            Differs(step, save.Event.Clause, $"the deadline {step.Fires}", $"{save.Event.Trigger} first");
        }
        else if (HistoryComparison.Between(step.Outcome, HistoryOutcome.Of(save)) is var (was, now))
        {
            Differs(step, save.Event.Clause, was, now);
        }

        return save.Event.Verdict;
    }

    private async Task RepeatAsync(HistoryStep step, Verdict first, CancellationToken cancellationToken)
    {
        var again = await _desk.DecideAsync(step, cancellationToken).ConfigureAwait(false);
        if (again?.Verdict != Verdict.Duplicate || again.First != first || _desk.Store.Decided is not null)
        {
            Differs(step, null, $"a duplicate of {first} when it came again", again is null ? "nothing" : $"{again.Verdict} of {again.First}");
        }
    }

    private void Differs(HistoryStep step, string? clauseNow, string was, string now) =>
        _differences.Add(Difference(history, step, clauseNow, was, now, follows: _differences.Count > 0));
}
