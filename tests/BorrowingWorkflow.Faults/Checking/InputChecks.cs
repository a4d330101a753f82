using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Faults.Checking;

/// <summary>What was acknowledged is there, once, and nothing else is.</summary>
internal static class InputChecks
{
    public static IEnumerable<Finding> Acknowledged(Evidence evidence)
    {
        var rows = evidence.Events.ToLookup(KeyOf);
        foreach (var acknowledged in evidence.Acknowledged)
        {
            var stored = evidence.ReadBack.GetValueOrDefault(acknowledged.Key);
            if (stored is null || !rows.Contains(acknowledged.Key))
            {
                yield return new(Promises.AcknowledgedIsKept, $"{acknowledged.Key}", "it is lost");
            }
            else if (stored.MessageId != acknowledged.Key.MessageId || rows[acknowledged.Key].All(row => row.Revision != stored.Revision))
            {
                yield return new(Promises.AcknowledgedIsKept, $"{acknowledged.Key}", $"another input is found under its key: {stored.MessageId}, revision {stored.Revision}");
            }
            else if ((stored.Verdict, stored.To, stored.Version) != (acknowledged.Verdict, acknowledged.Status, acknowledged.Version))
            {
                yield return new(
                    Promises.AcknowledgedIsKept,
                    $"{acknowledged.Key}",
                    $"acknowledged as {acknowledged.Verdict} {acknowledged.Status} {acknowledged.Version}, stored as {stored.Verdict} {stored.To} {stored.Version}");
            }
        }
    }

    public static IEnumerable<Finding> NothingTwice(Evidence evidence) =>
        from row in evidence.Events
        group row by KeyOf(row) into same
        where same.Count() > 1
        select new Finding(Promises.NothingTwice, $"{same.Key}", $"revisions {string.Join(", ", same.Select(row => row.Revision))}");

    /// <summary>Beside what was given to hosts there are the outcomes of effects, deadlines, and submissions in place of another request.</summary>
    public static IEnumerable<Finding> NothingInvented(Evidence evidence)
    {
        var effects = evidence.Outbox.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        return from row in evidence.Events
               where !evidence.Issued.Contains(KeyOf(row)) && !IsTheSystemsOwn(row)
               select new Finding(Promises.NothingInvented, $"{KeyOf(row)}", "nobody gave this input");

        bool IsTheSystemsOwn(HistoryEvent row) =>
            (row.By == Actor.System && (row.MessageId.StartsWith("deadline/", StringComparison.Ordinal)
                || (row.Data?.Effect is { } effect && row.MessageId.StartsWith("outcome/", StringComparison.Ordinal) && effects.Contains(effect))))
            || (row is { By: Actor.Staff, Trigger: Trigger.Submit } && effects.Contains(row.MessageId));
    }

    public static MessageKey KeyOf(HistoryEvent row) => new WorkflowInput
    {
        Request = row.Request,
        Trigger = row.Trigger,
        By = row.By,
        Partner = row.Partner,
        MessageId = row.MessageId,
    }.Key;
}
