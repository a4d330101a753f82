using BorrowingWorkflow.AspNetCore.Desk.Pictures.Routing;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>Finds room for what is written on arrows: on the arrow itself, and over no box, no other arrow and no other badge.</summary>
internal sealed class BadgePlacer(IReadOnlyList<Box> boxes, IReadOnlyList<RoutedArrow> arrows)
{
    private const double Height = 16;
    private const double Character = 6.3;
    private const double Padding = 9;
    private const double Beside = 3;

    // How much of a line is to be seen on either side of a badge that lies on it.
    private const double Visible = 11;

    private static readonly double[] Places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

    private readonly List<Box> _placed = [];

    /// <summary>The badge's place; null where there is no room for it.</summary>
    public Box? Place(RoutedArrow arrow)
    {
        if (arrow.Arrow.Badge is not { } badge)
        {
            return null;
        }

        var width = Math.Max(Height, (badge.Length * Character) + Padding);
        var free = Candidates(arrow, width).Cast<Box?>().FirstOrDefault(candidate => IsFree(candidate!.Value, arrow));
        if (free is { } place)
        {
            _placed.Add(place);
        }

        return free;
    }

    /// <summary>On the line where it is long enough to be seen on both sides, else beside it; the longest parts first.</summary>
    private static IEnumerable<Box> Candidates(RoutedArrow arrow, double width)
    {
        foreach (var (first, second) in arrow.Points.Zip(arrow.Points.Skip(1)).OrderByDescending(part => Svg.Distance(part.First, part.Second)))
        {
            var (length, upright) = (Svg.Distance(first, second), first.X == second.X);
            foreach (var place in Places)
            {
                Point at = new(first.X + ((second.X - first.X) * place), first.Y + ((second.Y - first.Y) * place));
                if (length > (2 * Visible) + (upright ? Height : width))
                {
                    yield return new(at.X - (width / 2), at.Y - (Height / 2), width, Height);
                }

                if (upright)
                {
                    yield return new(at.X + Beside, at.Y - (Height / 2), width, Height);
                    yield return new(at.X - Beside - width, at.Y - (Height / 2), width, Height);
                }
            }
        }
    }

    private bool IsFree(Box candidate, RoutedArrow arrow) =>
        !boxes.Any(candidate.Overlaps) && !_placed.Exists(candidate.Overlaps)
        && candidate.X > DiagramLayout.Margin - Padding
        && arrows.All(other => other.Arrow.Net == arrow.Arrow.Net || !Parts(other).Any(candidate.Overlaps));

    private static IEnumerable<Box> Parts(RoutedArrow arrow) => arrow.Points.Zip(arrow.Points.Skip(1)).Select(part => new Box(
        Math.Min(part.First.X, part.Second.X) - 1, Math.Min(part.First.Y, part.Second.Y) - 1,
        Math.Abs(part.First.X - part.Second.X) + 2, Math.Abs(part.First.Y - part.Second.Y) + 2));
}
