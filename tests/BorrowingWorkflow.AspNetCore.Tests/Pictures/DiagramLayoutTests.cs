using BorrowingWorkflow.AspNetCore.Desk.Pictures;
using BorrowingWorkflow.AspNetCore.Desk.Pictures.Routing;
using BorrowingWorkflow.AspNetCore.Desk.Texts;
using BorrowingWorkflow.Requests;
using CsCheck;

namespace BorrowingWorkflow.AspNetCore.Tests.Pictures;

public class DiagramLayoutTests
{
    private static readonly Gen<BorrowingStatus> Status = Gen.Int[0, StatusGrid.Statuses.Count() - 1].Select(index => StatusGrid.Statuses.ElementAt(index));
    private static readonly DeskTexts English = new(new("en-US"));

    public static TheoryData<BorrowingStatus?> Choices => [.. BorrowingStatusExtensions.All.Select(status => (BorrowingStatus?)status).Prepend(null)];

    [Fact]
    public void Every_status_has_a_place_of_its_own_in_the_rows_of_its_phase()
    {
        Assert.Equal(BorrowingStatusExtensions.All.Prepend(BorrowingStatus.None).Order(), StatusGrid.Statuses.Order());
        Assert.Equal(StatusGrid.Statuses.Count(), StatusGrid.Statuses.Select(StatusGrid.Of).Distinct().Count());
        Assert.All(StatusGrid.Statuses, status => Assert.Equal(status.Phase(), StatusGrid.Rows[StatusGrid.Of(status).Row]));
        Assert.Equal(Enum.GetValues<RequestPhase>(), StatusGrid.Rows.Distinct());
    }

    [Theory, MemberData(nameof(Choices))]
    public void The_machines_arrows_run_around_the_boxes(BorrowingStatus? selected)
    {
        var model = MachineDiagram.Of(English, selected, _ => null);

        Check([.. model.Lines.Select(line => line.Arrow)]);
        Assert.All(model.Lines.Where(line => line.Badge is not null), line => Assert.All(
            model.Boxes, box => Assert.False(line.Badge!.Value.Overlaps(box.Place), $"The badge {line.Arrow.Badge} lies on {box.Status}.")));
        Assert.All(
            model.Lines.Where(line => line.Badge is not null).Select(line => line.Badge!.Value).ToArray() is var badges
                ? badges.Index().SelectMany(one => badges.Skip(one.Index + 1).Select(other => (one.Item, Other: other))) : [],
            pair => Assert.False(pair.Item.Overlaps(pair.Other)));
    }

    [Fact]
    public void Arrows_between_any_statuses_run_around_the_boxes() =>
        Gen.Select(Status, Status, Gen.Bool)
            .Where(arrow => arrow.Item1 != arrow.Item2).Array[1, 30]
            .Sample(
                arrows => Check([.. arrows.DistinctBy(arrow => (arrow.Item1, arrow.Item2)).Select(arrow =>
                    new DiagramArrow(arrow.Item1, arrow.Item2, arrow.Item3 ? "one" : $"{arrow.Item1}>{arrow.Item2}"))]),
                iter: 300, seed: "0000KOIPe531");

    [Fact]
    public void The_same_arrows_are_drawn_the_same_way_every_time()
    {
        var (first, second) = (MachineDiagram.Of(English, null, _ => null), MachineDiagram.Of(English, null, _ => null));

        Assert.Equal(first.Lines.Select(line => line.Path), second.Lines.Select(line => line.Path));
    }

    [Fact]
    public void Every_everyday_arrow_says_what_happens()
    {
        var model = MachineDiagram.Of(English, null, _ => null);

        Assert.All(model.Lines, line => Assert.NotEmpty(line.Arrow.Lines));
        Assert.InRange(model.Lines.Count(line => line.Badge is null), 0, 1);
    }

    private static void Check(IReadOnlyList<DiagramArrow> arrows)
    {
        var layout = new DiagramLayout(arrows);
        var boxes = StatusGrid.Statuses.ToDictionary(status => status, layout.BoxOf);
        Assert.All(boxes, box => Assert.DoesNotContain(boxes, other => other.Key != box.Key && other.Value.Overlaps(box.Value)));
        foreach (var routed in layout.Arrows)
        {
            var (from, to) = (boxes[routed.Arrow.From], boxes[routed.Arrow.To]);
            Assert.True(IsOnBorder(from, routed.Points[0]) && IsOnBorder(to, routed.Points[^1]), $"{routed.Arrow} does not end at its boxes.");
            foreach (var (first, second) in routed.Points.Zip(routed.Points.Skip(1)))
            {
                Assert.True(first.X == second.X || first.Y == second.Y, $"{routed.Arrow} is not upright between {first} and {second}.");
                Assert.True(
                    Math.Min(first.X, second.X) >= DiagramLayout.Margin && Math.Max(first.X, second.X) <= layout.Width
                    && Math.Min(first.Y, second.Y) >= 0 && Math.Max(first.Y, second.Y) <= layout.Height,
                    $"{routed.Arrow} leaves the picture between {first} and {second}.");
                Assert.DoesNotContain(boxes, box => RunsThrough(first, second, box.Value));
            }
        }
    }

    private static bool IsOnBorder(Box box, Point point) =>
        point.X >= box.X && point.X <= box.Right && point.Y >= box.Y && point.Y <= box.Bottom
        && (point.X == box.X || point.X == box.Right || point.Y == box.Y || point.Y == box.Bottom);

    private static bool RunsThrough(Point first, Point second, Box box) =>
        Math.Min(first.X, second.X) < box.Right && Math.Max(first.X, second.X) > box.X
        && Math.Min(first.Y, second.Y) < box.Bottom && Math.Max(first.Y, second.Y) > box.Y;
}
