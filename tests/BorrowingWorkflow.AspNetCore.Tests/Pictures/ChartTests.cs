using BorrowingWorkflow.AspNetCore.Desk.Insights;
using BorrowingWorkflow.AspNetCore.Desk.Pictures;
using BorrowingWorkflow.AspNetCore.Desk.Texts;
using BorrowingWorkflow.Requests;
using CsCheck;

namespace BorrowingWorkflow.AspNetCore.Tests.Pictures;

public class ChartTests
{
    [Theory]
    [InlineData(0, 1, new double[] { 0, 1 })]
    [InlineData(1, 1, new double[] { 0, 1 })]
    [InlineData(7, 1, new double[] { 0, 2, 4, 6, 8 })]
    [InlineData(599, 1, new double[] { 0, 200, 400, 600 })]
    [InlineData(1_000_000, 1, new double[] { 0, 500_000, 1_000_000 })]
    [InlineData(1, 0.5, new double[] { 0, 0.5, 1 })]
    [InlineData(0.1, 0.25, new double[] { 0, 0.25 })]
    public void A_scale_has_a_few_round_marks(double greatest, double leastStep, double[] marks)
    {
        var axis = new Axis(greatest, 10, 110, leastStep);

        Assert.Equal(marks, axis.Marks);
        Assert.Equal((10, 110), (axis.At(0), axis.At(marks[^1])));
    }

    [Fact]
    public void Areas_stand_on_each_other_and_their_labels_stay_apart_and_in_the_picture() =>
        Gen.Int[0, 300].Array[11].Array[2, 30].Sample(
            counts =>
            {
                PhaseMoment[] moments = [.. counts.Select((row, day) => new PhaseMoment(DateTimeOffset.UnixEpoch.AddDays(day), [.. row[..^1], 0]))];
                var chart = new AreaChart(moments);

                Assert.Equal(Enumerable.Range(0, 10).Count(phase => counts.Any(row => row[phase] > 0)), chart.Areas.Count);
                Assert.All(chart.Areas, area => Assert.InRange(area.LabelAt, 0, AreaChart.Bottom));
                Assert.All(chart.Areas.Zip(chart.Areas.Skip(1)), pair => Assert.True(pair.First.LabelAt - pair.Second.LabelAt >= 15));
                Assert.Equal(moments[^1].Total, chart.Areas.Sum(area => area.Last));
            },
            iter: 300, seed: "0000KOIPe531");

    [Fact]
    public void An_area_is_as_high_as_its_number()
    {
        PhaseMoment Moment(int at, int locate, int loan) => new(
            DateTimeOffset.UnixEpoch.AddDays(at), [.. Enum.GetValues<RequestPhase>().Select(phase => phase switch { RequestPhase.Locate => locate, RequestPhase.OnLoan => loan, _ => 0 })]);

        var chart = new AreaChart([Moment(0, 1, 3), Moment(1, 2, 2)]);

        Assert.Equal([RequestPhase.Locate, RequestPhase.OnLoan], chart.Areas.Select(area => area.Phase));
        Assert.Equal("M34 206L278 142L278 270L34 270Z", chart.Areas[0].Path);
        Assert.Equal("M34 14L278 14L278 142L34 206Z", chart.Areas[1].Path);
    }

    [Theory]
    [InlineData("en-US", 0.5, "30 s")]
    [InlineData("en-US", 60, "60 min")]
    [InlineData("en-US", 60 * 47, "47 h")]
    [InlineData("en-US", 60 * 24 * 2.54, "2.5 d")]
    [InlineData("es-ES", 60 * 24 * 2.54, "2,5 d")]
    [InlineData("es-ES", 60 * 24 * 26.2, "26 d")]
    public void A_length_of_time_is_told_short(string culture, double minutes, string told) =>
        Assert.Equal(told, new DeskTexts(new(culture)).Length(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("Expired", "Expired")]
    [InlineData("Physically received by library", "Physically received|by library")]
    [InlineData("Unbreakablelongword", "Unbreakablelongword")]
    public void Names_break_in_the_middle(string text, string lines) => Assert.Equal(lines, string.Join('|', Words.Wrap(text, 12)));
}
