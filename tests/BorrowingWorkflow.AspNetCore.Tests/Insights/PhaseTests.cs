using BorrowingWorkflow.AspNetCore.Desk.Insights;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Tests.Insights;

public class PhaseTests
{
    [Fact]
    public async Task Open_requests_are_counted_by_phase_day_by_day()
    {
        await using var term = new Term();
        term.On(1).Submit("A").On(3).Rota("A", "CSUN").Sent("A", "CSUN").On(10).Partner("A", "CSUN", Trigger.PartnerRejected).On(28);

        var figures = await term.ReadAsync();

        Assert.Equal(29, figures.Phases.Count);
        Assert.Equal((Term.Start, Term.Start + TimeSpan.FromDays(28)), (figures.Phases[0].At, figures.Phases[^1].At));
        Assert.All(figures.Phases.Index(), day => Assert.Equal(
            (day.Index is 1 or 2 ? 1 : 0, day.Index is >= 3 and < 10 ? 1 : 0),
            (day.Item.Of(RequestPhase.Locate), day.Item.Of(RequestPhase.AtPartner))));
        Assert.All(figures.Phases, day => Assert.Equal(0, day.Of(RequestPhase.Final)));
    }

    [Fact]
    public async Task A_request_that_stood_still_counts_in_all_of_the_period()
    {
        await using var term = new Term();
        term.SendOut("A", "CSUN").On(60);

        var figures = await term.ReadAsync();

        Assert.Equal(0, figures.Moved);
        Assert.All(figures.Phases, day => Assert.Equal((1, 1), (day.Of(RequestPhase.AtPartner), day.Total)));
    }

    [Fact]
    public async Task A_move_at_the_very_beginning_is_before_it_and_one_at_the_end_is_in()
    {
        await using var term = new Term();
        term.Submit("A").On(0.5).Submit("B").On(28).Rota("B", "CSUN");

        var figures = await term.ReadAsync();

        Assert.Equal((1, 0), (figures.Phases[0].Of(RequestPhase.Locate), figures.Phases[0].Of(RequestPhase.Sending)));
        Assert.Equal(2, figures.Phases[1].Of(RequestPhase.Locate));
        Assert.Equal((1, 1), (figures.Phases[^1].Of(RequestPhase.Locate), figures.Phases[^1].Of(RequestPhase.Sending)));
        Assert.Equal(1, figures.Moved);
        Assert.Equal(1, figures.Funnel.Submitted);
    }

    [Fact]
    public async Task A_reactivated_request_is_open_again()
    {
        await using var term = new Term();
        term.SendOut("A", "CSUN").On(5).Staff("A", Trigger.Complete).On(10).Staff("A", Trigger.Reactivate).On(28);

        var figures = await term.ReadAsync();

        Assert.All(figures.Phases.Index(), day => Assert.Equal(day.Index is >= 5 and < 10 ? 0 : 1, day.Item.Of(RequestPhase.AtPartner)));
    }

    [Fact]
    public async Task Only_the_chosen_library_counts()
    {
        await using var term = new Term();
        term.Submit("A", "SDSU").Submit("B", "CHICO").On(14).Submit("C", "CHICO").On(28);

        var figures = await term.ReadAsync(library: "CHICO");

        Assert.Equal(2, figures.Phases[^1].Total);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_never_turns_time_back()
    {
        await using var term = new Term();
        term.On(5).SendOut("A", "CSUN").On(6).Partner("A", "CSUN", Trigger.PartnerShipped, at: Term.Start).On(7).Staff("A", Trigger.Receive)
            .On(8).Partner("A", "CSUN", Trigger.PartnerCheckedIn, at: Term.Start + TimeSpan.FromDays(900)).On(28);

        var figures = await term.ReadAsync();

        Assert.All(figures.Stays, stay => Assert.InRange(stay.Ninetieth, TimeSpan.Zero, TimeSpan.FromDays(21)));
        Assert.Equal(TimeSpan.Zero, figures.Stays.Single(stay => stay.Status == BorrowingStatus.RequestSentToPartner).Median);
        Assert.All(figures.Phases.Take(5), day => Assert.Equal(0, day.Total));
    }

    [Fact]
    public async Task More_than_can_be_looked_at_makes_the_period_shorter_and_what_is_left_complete()
    {
        await using var term = new Term();
        for (var day = 1; day <= 20; day++)
        {
            term.On(day).SendOut($"R{day}", "CSUN");
        }

        term.On(28);

        var all = await term.ReadAsync();
        var bounded = await term.ReadAsync(bound: 8);

        Assert.False(all.IsBounded);
        Assert.True(bounded.IsBounded);
        Assert.Equal((8, Term.Start + TimeSpan.FromDays(13)), (bounded.Moved, bounded.From));
        Assert.Equal((13, 20), (bounded.Phases[0].Total, bounded.Phases[^1].Total));
        Assert.Equal(7, Assert.Single(bounded.Partners).Asked);
        Assert.Equal(7, bounded.Funnel.Submitted);
    }

    [Theory]
    [InlineData(InsightsPeriod.FourWeeks, 28, 29, "4w")]
    [InlineData(InsightsPeriod.ThirteenWeeks, 91, 27, "13w")]
    [InlineData(InsightsPeriod.Year, 364, 27, "52w")]
    internal async Task Every_period_is_drawn_at_about_thirty_moments(InsightsPeriod period, int days, int moments, string key)
    {
        await using var term = new Term();

        var figures = await term.ReadAsync(period);

        Assert.Equal(TimeSpan.FromDays(days), figures.Until - figures.From);
        Assert.Equal(moments, figures.Phases.Count);
        Assert.Equal(period, InsightsPeriods.Parse(key));
    }
}
