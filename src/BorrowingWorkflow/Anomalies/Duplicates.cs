using BorrowingWorkflow.Anomalies.Detectors;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Anomalies;

/// <summary>Collects the open requests of each patron by title. Grows with the open requests; keeps patron data no longer than the scan.</summary>
internal sealed class Duplicates
{
    private readonly Dictionary<(string Library, string Patron, string Key), List<RequestId>> _byTitle = [];

    public void Add(BorrowingRequest request)
    {
        if (request.Status.IsFinal() || request.Patron is not { Id.Length: > 0 } patron)
        {
            return;
        }

        foreach (var key in CitationMatch.Keys(request.Citation))
        {
            var title = (request.Library, patron.Id, key);
            if (!_byTitle.TryGetValue(title, out var requests))
            {
                _byTitle.Add(title, requests = new(1));
            }

            requests.Add(request.Id);
        }
    }

    public IEnumerable<AnomalyFinding> Find()
    {
        var others = new Dictionary<RequestId, SortedSet<string>>();
        foreach (var requests in _byTitle.Values.Where(requests => requests.Count > 1))
        {
            foreach (var request in requests)
            {
                if (!others.TryGetValue(request, out var set))
                {
                    others.Add(request, set = new(StringComparer.Ordinal));
                }

                set.UnionWith(requests.Where(other => other != request).Select(other => other.Value));
            }
        }

        return others.Select(pair => new AnomalyFinding(
            SetRules.DuplicateRequest, pair.Key, $"The same patron asks for the same title with {string.Join(", ", pair.Value)}."));
    }
}
