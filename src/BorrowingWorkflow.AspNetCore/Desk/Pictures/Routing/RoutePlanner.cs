namespace BorrowingWorkflow.AspNetCore.Desk.Pictures.Routing;

/// <summary>Chooses the way of each arrow: straight where nothing is in between, else by the shaft that is the smallest detour.</summary>
internal sealed class RoutePlanner
{
    // A shaft that is taken by others counts as that much of a column further away.
    private const double Crowding = 0.08;

    private readonly Dictionary<int, HashSet<string>> _taken = [];

    public static IReadOnlyList<Route> Plan(IReadOnlyList<DiagramArrow> arrows)
    {
        var planner = new RoutePlanner();

        // The short ones first: they have the least choice.
        var routes = arrows.Index().OrderBy(arrow => Reach(arrow.Item)).ThenBy(arrow => arrow.Index)
            .ToDictionary(arrow => arrow.Index, arrow => planner.Plan(arrow.Item));
        return [.. arrows.Index().Select(arrow => routes[arrow.Index])];
    }

    private static int Reach(DiagramArrow arrow)
    {
        var (from, to) = (StatusGrid.Of(arrow.From), StatusGrid.Of(arrow.To));
        return Math.Abs(from.Row - to.Row) + Math.Abs(from.Column - to.Column);
    }

    private Route Plan(DiagramArrow arrow)
    {
        var (start, end) = (StatusGrid.Of(arrow.From), StatusGrid.Of(arrow.To));
        if (start.Column == end.Column && Between(start.Row, end.Row).All(row => StatusGrid.IsFree(start with { Row = row })))
        {
            return start.Row < end.Row ? new(arrow, Side.Bottom, Side.Top) : new(arrow, Side.Top, Side.Bottom);
        }

        if (start.Row == end.Row && Between(start.Column, end.Column).All(column => StatusGrid.IsFree(start with { Column = column })))
        {
            return start.Column < end.Column ? new(arrow, Side.Right, Side.Left) : new(arrow, Side.Left, Side.Right);
        }

        var down = start.Row < end.Row;
        var route = new Route(arrow, down ? Side.Bottom : Side.Top, down || start.Row == end.Row ? Side.Top : Side.Bottom)
        {
            FirstAisle = down ? start.Row + 1 : start.Row,
            LastAisle = down || start.Row == end.Row ? end.Row : end.Row + 1,
        };
        return route.FirstAisle == route.LastAisle ? route : route with { Shaft = Choose(arrow.Net, start.Column, end.Column) };
    }

    private int Choose(string net, int from, int to)
    {
        var shaft = Enumerable.Range(0, StatusGrid.Columns + 1).MinBy(shaft => Detour(net, shaft, from, to));
        _taken.TryAdd(shaft, []);
        _taken[shaft].Add(net);
        return shaft;
    }

    private double Detour(string net, int shaft, int from, int to) =>
        Math.Abs(shaft - 0.5 - from) + Math.Abs(shaft - 0.5 - to)
        + (_taken.TryGetValue(shaft, out var nets) ? Crowding * nets.Count(other => other != net) : 0);

    private static IEnumerable<int> Between(int one, int other) =>
        Enumerable.Range(Math.Min(one, other) + 1, Math.Max(0, Math.Abs(one - other) - 1));
}
