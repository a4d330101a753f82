using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>Collects the stays that ended after a moment, but those in final statuses.</summary>
internal sealed class StayCounter(DateTimeOffset from)
{
    private readonly SortedDictionary<BorrowingStatus, List<TimeSpan>> _durations = [];

    public void Add(in Stay stay)
    {
        if (stay.Until is not { } until || until <= from || stay.Status.IsFinal())
        {
            return;
        }

        if (!_durations.TryGetValue(stay.Status, out var durations))
        {
            _durations.Add(stay.Status, durations = []);
        }

        durations.Add(until - stay.From);
    }

    public IReadOnlyList<StayFigures> Figures() => [.. _durations.Select(pair => Of(pair.Key, pair.Value))];

    private static StayFigures Of(BorrowingStatus status, List<TimeSpan> durations)
    {
        durations.Sort();
        return new(status, durations.Count, NearestRank.Of(durations, 50), NearestRank.Of(durations, 90));
    }
}
