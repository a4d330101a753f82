using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>
/// A request's history, put in order for counting. A sender's clock may be wrong: what claims to have happened before its predecessor
/// counts at the predecessor's moment, and what claims to be yet to come counts at the figures' end.
/// </summary>
internal sealed class Life
{
    private Life(IReadOnlyList<LifeStep> steps) => Steps = steps;

    /// <summary>What was applied, and what came from an inactive partner; oldest first.</summary>
    public IReadOnlyList<LifeStep> Steps { get; }

    /// <summary>Orders a history.</summary>
    /// <param name="history">The events, oldest first.</param>
    /// <param name="until">The figures' end.</param>
    public static Life Of(IReadOnlyList<HistoryEvent> history, DateTimeOffset until)
    {
        var steps = new List<LifeStep>(history.Count);
        var last = DateTimeOffset.MinValue;
        foreach (var entry in history.Where(entry => entry.Verdict is Verdict.Applied or Verdict.FromInactivePartner))
        {
            var claimed = entry is { Trigger: Trigger.Import, Data.EnteredAt: { } entered } && entered < entry.At ? entered : entry.At;
            var at = claimed < last ? last : claimed;
            last = at > until ? until : at;
            steps.Add(new(last, entry));
        }

        return new(steps);
    }

    /// <summary>The times in one status after the other, oldest first; the last one is not over.</summary>
    public IEnumerable<Stay> Stays()
    {
        LifeStep? before = null;
        foreach (var step in Steps.Where(step => step.IsMove))
        {
            if (before is { } entered)
            {
                yield return new(entered.Event.To, entered.At, step.At);
            }

            before = step;
        }

        if (before is { } last)
        {
            yield return new(last.Event.To, last.At, null);
        }
    }
}
