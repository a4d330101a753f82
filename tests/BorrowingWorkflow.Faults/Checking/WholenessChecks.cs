using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Faults.Checking;

/// <summary>Nothing is half written.</summary>
internal static class WholenessChecks
{
    public static IEnumerable<Finding> Histories(Evidence evidence)
    {
        var histories = evidence.Events.ToLookup(row => row.Request);
        foreach (var (id, request) in evidence.Requests)
        {
            var history = histories[id].OrderBy(row => row.Revision).ToList();
            if (!history.Select(row => row.Revision).SequenceEqual(Enumerable.Range(1, request.Revision)))
            {
                yield return new(Promises.RequestAndHistoryAreOne, $"{id}", $"revision {request.Revision} with events {string.Join(", ", history.Select(row => row.Revision))}");
            }
            else if (history.Count(row => row.Verdict == Verdict.Applied) is var applied && applied != request.Version)
            {
                yield return new(Promises.RequestAndHistoryAreOne, $"{id}", $"version {request.Version} with {applied} events that were applied");
            }
            else if ((history[^1].To, history[^1].Version) != (request.Status, request.Version))
            {
                yield return new(Promises.RequestAndHistoryAreOne, $"{id}", $"{request.Status} {request.Version}, but the last event led to {history[^1].To} {history[^1].Version}");
            }
        }

        foreach (var id in histories.Select(history => history.Key).Where(id => !evidence.Requests.ContainsKey(id)))
        {
            yield return new(Promises.RequestAndHistoryAreOne, $"{id}", "there are events and no request");
        }
    }

    public static IEnumerable<Finding> Tables(Evidence evidence)
    {
        foreach (var (id, request) in evidence.Requests)
        {
            if (!evidence.Summaries.TryGetValue(id, out var summary) || summary != RequestSummary.Of(request))
            {
                yield return new(Promises.TablesAgree, $"{id}", "lists show it otherwise than it is");
            }

            if (!evidence.Searchable.Contains(id))
            {
                yield return new(Promises.TablesAgree, $"{id}", "it can't be searched for");
            }
        }

        var events = evidence.Events.Select(row => (InputChecks.KeyOf(row), row.Revision)).ToHashSet();
        var keys = evidence.Inbox.ToHashSet();
        foreach (var (key, revision) in keys.Except(events))
        {
            yield return new(Promises.TablesAgree, $"{key}", $"the inbox leads to revision {revision}, which is not its event");
        }

        foreach (var (key, revision) in events.Except(keys))
        {
            yield return new(Promises.TablesAgree, $"{key}", $"the event of revision {revision} has no key in the inbox");
        }
    }
}
