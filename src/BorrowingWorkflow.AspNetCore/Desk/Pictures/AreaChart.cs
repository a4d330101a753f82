using BorrowingWorkflow.AspNetCore.Desk.Insights;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>The geometry of the requests by phase over time: one area on the other, the latest phase of a life on top.</summary>
internal sealed class AreaChart
{
    public const double Width = 420;
    public const double Height = 300;
    public const double Left = 34;
    public const double Right = 278;
    public const double Top = 14;
    public const double Bottom = 270;

    private const double LabelDistance = 17;

    /// <summary>Lays the areas out.</summary>
    /// <param name="moments">At least two.</param>
    public AreaChart(IReadOnlyList<PhaseMoment> moments)
    {
        Scale = new(moments.Max(moment => moment.Total), Bottom, Top);
        double X(int index) => Left + ((Right - Left) * index / (moments.Count - 1));
        var areas = new List<PhaseArea>();
        var below = new int[moments.Count];
        foreach (var phase in Enum.GetValues<RequestPhase>().Where(phase => moments.Any(moment => moment.Of(phase) > 0)))
        {
            var above = below.Zip(moments, (under, moment) => under + moment.Of(phase)).ToArray();
            Point[] outline =
            [
                .. above.Select((sum, index) => new Point(X(index), Scale.At(sum))),
                .. below.Select((sum, index) => new Point(X(index), Scale.At(sum))).Reverse(),
            ];
            areas.Add(new(phase, Svg.Line(outline) + "Z", Scale.At((above[^1] + below[^1]) / 2.0), moments[^1].Of(phase)));
            below = above;
        }

        Areas = Labelled(areas);
    }

    public Axis Scale { get; }

    /// <summary>The areas, the lowest first.</summary>
    public IReadOnlyList<PhaseArea> Areas { get; }

    /// <summary>Moves the labels apart that would lie on each other, as little as it takes.</summary>
    private static List<PhaseArea> Labelled(List<PhaseArea> areas)
    {
        var labelled = new List<PhaseArea>();
        var lowest = Bottom + LabelDistance;
        foreach (var area in areas)
        {
            lowest = Math.Min(area.LabelAt, lowest - LabelDistance);
            labelled.Add(area with { LabelAt = lowest });
        }

        // Where they ran out of the picture at the top, all that touch are moved down again.
        var highest = Top - LabelDistance + 4;
        for (var index = labelled.Count - 1; index >= 0; index--)
        {
            highest = Math.Max(labelled[index].LabelAt, highest + LabelDistance);
            labelled[index] = labelled[index] with { LabelAt = highest };
        }

        return labelled;
    }
}
