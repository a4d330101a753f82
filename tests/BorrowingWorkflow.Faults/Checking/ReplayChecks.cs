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
                yield return new("A history follows from the table", $"{history.Key}", difference);
                continue;
            }

            if (evidence.Requests.TryGetValue(history.Key, out var stored))
            {
                var same = courses.Where(course => Text(course.Request!) == Text(stored)).ToList();
                if (same.Count == 0)
                {
                    yield return new("A request follows from its history", $"{history.Key}", $"decided again it is {Text(courses[0].Request!)}, stored {Text(stored)}");
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
            yield return new("There is no effect without its event", $"{row.Effect}", "its request is not stored");
        }
    }

    private static IEnumerable<Finding> Differences(Course course, List<OutboxRow> rows)
    {
        foreach (var row in rows.GroupBy(row => row.Effect.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            yield return new("An event has each of its effects once", $"{row.Effect}", "it is there again");
        }

        foreach (var row in rows)
        {
            if (!course.Effects.TryGetValue(row.Effect.Id, out var effect))
            {
                yield return new("There is no effect without its event", $"{row.Effect}", "no event of its request asks for it");
            }
            else if (!BorrowingRequestJson.Serialize(effect).AsSpan().SequenceEqual(BorrowingRequestJson.Serialize(row.Effect)))
            {
                yield return new("An effect is what its event asks for", $"{row.Effect}", "it is another than the event asks for");
            }
            else if (effect.IsSend && row.Outcome is { } outcome && course.Outcomes.GetValueOrDefault(effect.Id, EffectOutcome.Retry) != outcome)
            {
                yield return new("A send is settled by the input that tells its outcome", $"{row.Effect}", $"it is {outcome}, and no event says so");
            }
        }

        foreach (var effect in course.Effects.Values.ExceptBy(rows.Select(row => row.Effect.Id), effect => effect.Id, StringComparer.Ordinal))
        {
            yield return new("An event has each of its effects once", $"{effect}", "it is missing");
        }
    }

    private static string Text(BorrowingRequest request) => System.Text.Encoding.UTF8.GetString(BorrowingRequestJson.Serialize(request));
}
