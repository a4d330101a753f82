using BorrowingWorkflow.AspNetCore.Desk.Parts;
using BorrowingWorkflow.AspNetCore.Desk.Pictures.Routing;
using BorrowingWorkflow.AspNetCore.Desk.Texts;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>Puts boxes, bands, arrows and badges where they belong.</summary>
internal static class DiagramDrawing
{
    private const double Radius = 7;
    private const double HeadLength = 8;
    private const double HeadWidth = 4;
    private const int LineLength = 19;

    /// <summary>Draws arrows between all statuses.</summary>
    /// <param name="t">The words.</param>
    /// <param name="id">The picture's name.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">What can be read from it.</param>
    /// <param name="arrows">The arrows; later ones lie over earlier ones.</param>
    /// <param name="look">How a status is drawn, what is told of it, and where it leads.</param>
    public static DiagramModel Draw(
        DeskTexts t, string id, string title, string description, IReadOnlyList<DiagramArrow> arrows, Func<BorrowingStatus, (string Class, string Title, string? Href)> look)
    {
        var layout = new DiagramLayout(arrows);
        var boxes = StatusGrid.Statuses.Select(status => BoxOf(t, layout, status, look(status))).ToList();
        var heads = new HashSet<(string Class, string Head)>();
        var placer = new BadgePlacer([.. boxes.Select(box => box.Place)], layout.Arrows);
        return new()
        {
            Id = id,
            Title = title,
            Description = description,
            Width = layout.Width,
            Height = layout.Height,
            Bands = [.. StatusGrid.Rows.Distinct().Select(phase => new DiagramBand(phase, layout.BandOf(phase), Words.Wrap(t.Phase(phase), 12)))],
            Boxes = boxes,
            Lines =
            [
                .. layout.Arrows.Select(arrow => new DiagramLine(
                    arrow.Arrow,
                    Svg.Rounded(Shortened(arrow.Points), Radius),
                    Head(arrow.Points) is var head && heads.Add((arrow.Arrow.Class, head)) ? head : null,
                    placer.Place(arrow))),
            ],
        };
    }

    private static DiagramBox BoxOf(DeskTexts t, DiagramLayout layout, BorrowingStatus status, (string Class, string Title, string? Href) look) => new(
        status,
        layout.BoxOf(status),
        Words.Wrap(status == BorrowingStatus.None ? t["machine.start"] : t.Status(status), LineLength),
        $"box {PhaseClass.Of(status.Phase())}{(status == BorrowingStatus.None ? " start" : status.IsFinal() ? " end" : "")} {look.Class}".TrimEnd(),
        look.Title,
        look.Href);

    /// <summary>The line ends where its head begins.</summary>
    private static List<Point> Shortened(IReadOnlyList<Point> points)
    {
        var (before, last) = (points[^2], points[^1]);
        var (x, y) = (Math.Sign(last.X - before.X), Math.Sign(last.Y - before.Y));
        return [.. points.SkipLast(1), new(last.X - (x * HeadLength), last.Y - (y * HeadLength))];
    }

    private static string Head(IReadOnlyList<Point> points)
    {
        var (before, tip) = (points[^2], points[^1]);
        var (x, y) = (Math.Sign(tip.X - before.X), Math.Sign(tip.Y - before.Y));
        Point back = new(tip.X - (x * HeadLength), tip.Y - (y * HeadLength));
        return Svg.Line([tip, new(back.X - (y * HeadWidth), back.Y - (x * HeadWidth)), new(back.X + (y * HeadWidth), back.Y + (x * HeadWidth))]) + "Z";
    }
}
