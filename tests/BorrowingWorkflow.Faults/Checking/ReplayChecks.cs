using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Faults.Checking;

/// <summary>A history that is decided again leads to the same verdicts, the same request and the same effects.</summary>
internal static class ReplayChecks
{
    public static IEnumerable<Finding> Replayed(Evidence evidence)
    {
        var effects = evidence.Outbox.ToLookup(row => row.Effect.Request);
        foreach (var history in evidence.Events.GroupBy(row => row.Request))
        {
            var courses = Replay.Of([.. history.OrderBy(row => row.Revision)], out var difference);
            if (difference is not null)
            {
                yield return new(Promises.HistoryFollows, $"{history.Key}", difference);
                continue;
            }

            if (evidence.Requests.TryGetValue(history.Key, out var stored))
            {
                var same = courses.Where(course => Text(course.Request!) == Text(stored)).ToList();
                if (same.Count == 0)
                {
                    yield return new(Promises.RequestFollows, $"{history.Key}", $"decided again it is {Text(courses[0].Request!)}, stored {Text(stored)}");
                    continue;
                }

                courses = same;
            }

            List<OutboxRow> rows = [.. effects[history.Key]];
            var best = courses.Select(course => Differences(course, rows).ToList()).MinBy(list => list.Count)!;
            foreach (var finding in best)
            {
                yield return finding;
            }
        }

        foreach (var row in evidence.Outbox.Where(row => !evidence.Requests.ContainsKey(row.Effect.Request)))
        {
            yield return new(Promises.EffectHasEvent, $"{row.Effect}", "its request is not stored");
        }
    }

    private static IEnumerable<Finding> Differences(Course course, List<OutboxRow> rows)
    {
        foreach (var row in rows.GroupBy(row => row.Effect.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            yield return new(Promises.EffectsOnce, $"{row.Effect}", "it is there again");
        }

        foreach (var row in rows)
        {
            if (!course.Effects.TryGetValue(row.Effect.Id, out var effect))
            {
                yield return new(Promises.EffectHasEvent, $"{row.Effect}", "no event of its request asks for it");
            }
            else if (!BorrowingRequestJson.Serialize(effect).AsSpan().SequenceEqual(BorrowingRequestJson.Serialize(row.Effect)))
            {
                yield return new(Promises.EffectIsAsAsked, $"{row.Effect}", "it is another than the event asks for");
            }
            else if (row.Outcome is { } outcome && OutcomeOf(effect, course) != outcome)
            {
                yield return new(Promises.OutcomeIsTold, $"{row.Effect}", $"it is {outcome}; its history says {OutcomeOf(effect, course)?.ToString() ?? "nothing"}");
            }
        }

        foreach (var effect in course.Effects.Values.ExceptBy(rows.Select(row => row.Effect.Id), effect => effect.Id, StringComparer.Ordinal))
        {
            yield return new(Promises.EffectsOnce, $"{effect}", "it is missing");
        }
    }

    /// <summary>What became of an effect, as its history tells it. What the history is silent about was carried out; but a send's outcome is always told.</summary>
    private static EffectOutcome? OutcomeOf(Effect effect, Course course) =>
        course.Outcomes.TryGetValue(effect.Id, out var told) ? told : effect.IsSend ? null : EffectOutcome.Done;

    private static string Text(BorrowingRequest request) => System.Text.Encoding.UTF8.GetString(BorrowingRequestJson.Serialize(request));
}
