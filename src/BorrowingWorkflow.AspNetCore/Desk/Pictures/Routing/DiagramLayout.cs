using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures.Routing;

/// <summary>
/// The picture's geometry: boxes in the grid, aisles and shafts as wide as their arrows need, and the arrows in them. No line runs through a
/// box that is not its own.
/// </summary>
internal sealed class DiagramLayout
{
    public const double BoxWidth = 166;
    public const double BoxHeight = 42;

    /// <summary>The room at the left for the phases' names.</summary>
    public const double Margin = 104;

    private const double LaneWidth = 12;
    private const double LeastAisle = 40;
    private const double LeastShaft = 40;
    private const double Padding = 12;

    // For the order of lanes, before it is known how wide anything is.
    private const double NominalColumn = 240;
    private const double NominalRow = 120;

    private readonly IReadOnlyList<Route> _routes;
    private readonly Ports _ports;
    private readonly List<Lane>[] _aisles = [.. Enumerable.Range(0, StatusGrid.Rows.Count + 1).Select(_ => new List<Lane>())];
    private readonly List<Lane>[] _shafts = [.. Enumerable.Range(0, StatusGrid.Columns + 1).Select(_ => new List<Lane>())];
    private readonly double[] _rows = new double[StatusGrid.Rows.Count];
    private readonly double[] _columns = new double[StatusGrid.Columns];
    private readonly (double Start, double Width)[] _aislesAt = new (double, double)[StatusGrid.Rows.Count + 1];
    private readonly (double Start, double Width)[] _shaftsAt = new (double, double)[StatusGrid.Columns + 1];

    public DiagramLayout(IReadOnlyList<DiagramArrow> arrows)
    {
        _routes = RoutePlanner.Plan(arrows);
        _ports = new(_routes);
        foreach (var route in _routes.Where(route => !route.IsStraight))
        {
            TakeAisles(route);
        }

        Array.ForEach(_aisles, lanes => LaneOrder.Arrange(lanes, LaneWidth));
        foreach (var route in _routes.Where(route => route.Shaft is not null))
        {
            TakeShaft(route);
        }

        Array.ForEach(_shafts, lanes => LaneOrder.Arrange(lanes, LaneWidth));
        Height = Place(_aisles, _aislesAt, _rows, 0, BoxHeight, LeastAisle);
        Width = Place(_shafts, _shaftsAt, _columns, Margin, BoxWidth, LeastShaft);
        Arrows = [.. _routes.Select(route => new RoutedArrow(route.Arrow, Line(route)))];
    }

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<RoutedArrow> Arrows { get; }

    /// <summary>Where the status's box is.</summary>
    public Box BoxOf(BorrowingStatus status)
    {
        var cell = StatusGrid.Of(status);
        return new(_columns[cell.Column], _rows[cell.Row], BoxWidth, BoxHeight);
    }

    /// <summary>Where the phase's rows are, over the whole width.</summary>
    public Box BandOf(RequestPhase phase)
    {
        var (first, last) = (_rows.Length, -1);
        foreach (var (row, _) in StatusGrid.Rows.Index().Where(row => row.Item == phase))
        {
            (first, last) = (Math.Min(first, row), Math.Max(last, row));
        }

        return new(0, _rows[first] - 8, Width, _rows[last] + BoxHeight + 8 - _rows[first] + 8);
    }

    private void TakeAisles(Route route)
    {
        var (from, to) = (StatusGrid.Of(route.Arrow.From), StatusGrid.Of(route.Arrow.To));
        var (first, last) = (Take(_aisles[route.FirstAisle!.Value], route), Take(_aisles[route.LastAisle!.Value], route));
        first.Turn((from.Column * NominalColumn) + _ports.Exit(route), route.Exit == Side.Bottom);
        last.Turn((to.Column * NominalColumn) + _ports.Entry(route), route.Entry == Side.Bottom);
        if (route.Shaft is { } shaft)
        {
            var at = (shaft - 0.5) * NominalColumn;
            first.Turn(at, route.FirstAisle > route.LastAisle);
            last.Turn(at, route.LastAisle > route.FirstAisle);
        }
    }

    private void TakeShaft(Route route)
    {
        var lane = Take(_shafts[route.Shaft!.Value], route);
        var (from, to) = (StatusGrid.Of(route.Arrow.From), StatusGrid.Of(route.Arrow.To));
        lane.Turn(NominalY(route.FirstAisle!.Value, route), from.Column < route.Shaft);
        lane.Turn(NominalY(route.LastAisle!.Value, route), to.Column < route.Shaft);
    }

    private double NominalY(int aisle, Route route) => (aisle * NominalRow) + (Find(_aisles[aisle], route).Place * LaneWidth / 2);

    private static Lane Take(List<Lane> lanes, Route route)
    {
        if (lanes.Find(lane => lane.Net == route.Arrow.Net) is { } taken)
        {
            return taken;
        }

        lanes.Add(new(route.Arrow.Net));
        return lanes[^1];
    }

    private static Lane Find(List<Lane> lanes, Route route) => lanes.Find(lane => lane.Net == route.Arrow.Net)!;

    /// <summary>Lays aisles and rows, or shafts and columns, one after the other, and tells where the last one ends.</summary>
    private static double Place(List<Lane>[] gaps, (double Start, double Width)[] at, double[] tracks, double start, double size, double least)
    {
        for (var index = 0; index < gaps.Length; index++)
        {
            var lanes = gaps[index].Count == 0 ? 0 : gaps[index].Max(lane => lane.Place) + 1;
            var width = Math.Max(index == 0 || index == tracks.Length ? least / 2 : least, (2 * Padding) + ((lanes - 1) * LaneWidth));
            at[index] = (start, width);
            start += width;
            if (index < tracks.Length)
            {
                tracks[index] = start;
                start += size;
            }
        }

        return start;
    }

    private static double LaneAt(List<Lane>[] gaps, (double Start, double Width)[] at, int gap, Route route)
    {
        var places = gaps[gap].Max(lane => lane.Place);
        return at[gap].Start + (at[gap].Width / 2) + ((Find(gaps[gap], route).Place - (places / 2.0)) * LaneWidth);
    }

    private List<Point> Line(Route route)
    {
        var (start, end) = (Port(BoxOf(route.Arrow.From), route.Exit, _ports.Exit(route)), Port(BoxOf(route.Arrow.To), route.Entry, _ports.Entry(route)));
        if (route.IsStraight)
        {
            return [start, end];
        }

        var (first, last) = (LaneAt(_aisles, _aislesAt, route.FirstAisle!.Value, route), LaneAt(_aisles, _aislesAt, route.LastAisle!.Value, route));
        if (route.Shaft is not { } shaft)
        {
            return [start, new(start.X, first), new(end.X, first), end];
        }

        var x = LaneAt(_shafts, _shaftsAt, shaft, route);
        return [start, new(start.X, first), new(x, first), new(x, last), new(end.X, last), end];
    }

    private static Point Port(Box box, Side side, double offset) => side switch
    {
        Side.Top => new(box.Centre.X + offset, box.Y),
        Side.Bottom => new(box.Centre.X + offset, box.Bottom),
        Side.Left => new(box.X, box.Centre.Y + (offset / 2)),
        _ => new(box.Right, box.Centre.Y + (offset / 2)),
    };
}
