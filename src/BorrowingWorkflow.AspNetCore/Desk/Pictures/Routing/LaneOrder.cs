namespace BorrowingWorkflow.AspNetCore.Desk.Pictures.Routing;

/// <summary>
/// Gives the lanes of an aisle or a shaft their places, so that few of them cross. It starts from the order in which they come and moves
/// single lanes as long as that helps; the same lanes get the same places every time.
/// </summary>
internal static class LaneOrder
{
    // Two turns on top of each other could be read as one line.
    private const int Confusion = 20;
    private const double Near = 5;
    private const int MostRounds = 20;

    /// <summary>Sets the places.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="distance">How far apart two lanes in one place are at least.</param>
    public static void Arrange(List<Lane> lanes, double distance)
    {
        var order = lanes.OrderBy(lane => lane.High - lane.Low).ThenBy(lane => lane.Net, StringComparer.Ordinal).ToList();
        for (var (round, better) = (0, true); better && round < MostRounds; round++)
        {
            better = false;
            foreach (var lane in order.ToList())
            {
                better |= Improve(order, lane);
            }
        }

        foreach (var (index, lane) in order.Index())
        {
            lane.Place = order.Take(index).Where(other => other.Meets(lane, distance)).Select(other => other.Place + 1).DefaultIfEmpty().Max();
        }
    }

    private static bool Improve(List<Lane> order, Lane lane)
    {
        var (at, least) = (order.IndexOf(lane), Cost(order, lane));
        var best = at;
        order.RemoveAt(at);
        for (var place = 0; place <= order.Count; place++)
        {
            order.Insert(place, lane);
            if (Cost(order, lane) is var cost && cost < least)
            {
                (best, least) = (place, cost);
            }

            order.RemoveAt(place);
        }

        order.Insert(best, lane);
        return best != at;
    }

    /// <summary>What a lane's place costs in crossings with the others.</summary>
    private static int Cost(List<Lane> order, Lane lane)
    {
        var (at, cost) = (order.IndexOf(lane), 0);
        foreach (var (index, other) in order.Index())
        {
            if (index != at)
            {
                cost += index < at ? Crossings(other, lane) : Crossings(lane, other);
            }
        }

        return cost;
    }

    private static int Crossings(Lane first, Lane second)
    {
        var crossings = first.Turns.Count(turn => !turn.IsBefore && Spans(second, turn.At)) + second.Turns.Count(turn => turn.IsBefore && Spans(first, turn.At));
        var confusions = first.Turns.Count(turn => !turn.IsBefore && second.Turns.Exists(other => other.IsBefore && Math.Abs(other.At - turn.At) < Near));
        return crossings + (Confusion * confusions);
    }

    private static bool Spans(Lane lane, double at) => lane.Low < at && at < lane.High;
}
