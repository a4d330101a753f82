using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures.Routing;

/// <summary>
/// Where on a side arrows come in and go out: the straight ones in the middle, those that turn left to the left of them, those that turn
/// right to the right. Arrows of one net share their port.
/// </summary>
internal sealed class Ports
{
    private const double Spacing = 15;
    private const double Reach = DiagramLayout.BoxWidth / 2 - 12;

    private readonly Dictionary<(BorrowingStatus Status, Side Side), List<(string Key, double Heading)>> _ends = [];
    private readonly Dictionary<(BorrowingStatus Status, Side Side, string Key), double> _offsets = [];

    public Ports(IReadOnlyList<Route> routes)
    {
        foreach (var route in routes)
        {
            var arrow = route.Arrow;
            var (from, to) = (StatusGrid.Of(arrow.From).Column, StatusGrid.Of(arrow.To).Column);
            Add(arrow.From, route.Exit, Key(route), route.IsStraight ? null : (route.Shaft - 0.5 ?? to) - from);
            Add(arrow.To, route.Entry, Key(route), route.IsStraight ? null : (route.Shaft - 0.5 ?? from) - to);
        }

        foreach (var ((status, side), ends) in _ends)
        {
            foreach (var (key, offset) in Spread(ends))
            {
                _offsets[(status, side, key)] = offset;
            }
        }
    }

    /// <summary>How far from the middle of its side the arrow begins.</summary>
    public double Exit(Route route) => _offsets[(route.Arrow.From, route.Exit, Key(route))];

    /// <summary>How far from the middle of its side the arrow ends.</summary>
    public double Entry(Route route) => _offsets[(route.Arrow.To, route.Entry, Key(route))];

    // A straight arrow has one offset at both ends, so it shares with none.
    private static string Key(Route route) => route.IsStraight ? $"|{route.Arrow.From}>{route.Arrow.To}" : route.Arrow.Net;

    private void Add(BorrowingStatus status, Side side, string key, double? heading)
    {
        if (!_ends.TryGetValue((status, side), out var ends))
        {
            _ends.Add((status, side), ends = []);
        }

        if (ends.FindIndex(end => end.Key == key) < 0)
        {
            ends.Add((key, heading ?? 0));
        }
    }

    private static IEnumerable<(string Key, double Offset)> Spread(List<(string Key, double Heading)> ends)
    {
        var straight = ends.Where(end => end.Key[0] == '|').OrderBy(end => end.Key, StringComparer.Ordinal).ToList();
        var left = ends.Except(straight).Where(end => end.Heading < 0).OrderByDescending(end => end.Heading).ThenBy(end => end.Key, StringComparer.Ordinal).ToList();
        var right = ends.Except(straight).Where(end => end.Heading >= 0).OrderBy(end => end.Heading).ThenBy(end => end.Key, StringComparer.Ordinal).ToList();
        var first = straight.Count switch
        {
            0 => left.Count > 0 && right.Count > 0 ? Spacing / 2 : 0,
            var count => (count + 1) * Spacing / 2,
        };
        foreach (var (index, end) in straight.Index())
        {
            yield return (end.Key, (index - ((straight.Count - 1) / 2.0)) * Spacing);
        }

        foreach (var (index, end) in left.Index())
        {
            yield return (end.Key, -first - (index * Step(left.Count, first)));
        }

        foreach (var (index, end) in right.Index())
        {
            yield return (end.Key, first + (index * Step(right.Count, first)));
        }
    }

    private static double Step(int count, double first) => count < 2 ? 0 : Math.Min(Spacing, (Reach - first) / (count - 1));
}
