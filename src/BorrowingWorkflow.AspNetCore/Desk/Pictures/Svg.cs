using System.Globalization;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>How numbers are written in SVG: with a point, whatever the reader's language, and to a tenth.</summary>
internal static class Svg
{
    public static string Of(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    public static string Of(Point point) => $"{Of(point.X)} {Of(point.Y)}";

    /// <summary>A line through points.</summary>
    public static string Line(IEnumerable<Point> points) => "M" + string.Join('L', points.Select(Of));

    /// <summary>A line through points whose corners are rounded; all its parts are level or upright.</summary>
    public static string Rounded(IReadOnlyList<Point> points, double radius)
    {
        var text = new System.Text.StringBuilder($"M{Of(points[0])}");
        for (var index = 1; index < points.Count - 1; index++)
        {
            var (before, corner, after) = (points[index - 1], points[index], points[index + 1]);
            var reach = Math.Min(radius, Math.Min(Distance(before, corner), Distance(corner, after)) / 2);
            text.Append(To(before, Towards(corner, before, reach)))
                .Append(CultureInfo.InvariantCulture, $"Q{Of(corner)} {Of(Towards(corner, after, reach))}");
        }

        return text.Append(To(points[^2], points[^1])).ToString();
    }

    public static double Distance(Point left, Point right) => Math.Abs(left.X - right.X) + Math.Abs(left.Y - right.Y);

    private static string To(Point from, Point to) => from.X == to.X ? $"V{Of(to.Y)}" : $"H{Of(to.X)}";

    private static Point Towards(Point from, Point to, double distance)
    {
        var length = Distance(from, to);
        return length == 0 ? from : new(from.X + ((to.X - from.X) * distance / length), from.Y + ((to.Y - from.Y) * distance / length));
    }
}
