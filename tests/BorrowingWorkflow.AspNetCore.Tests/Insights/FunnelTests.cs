using BorrowingWorkflow.AspNetCore.Desk.Insights;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.AspNetCore.Tests.Insights;

public class FunnelTests
{
    [Fact]
    public async Task Every_request_is_told_where_it_came_to()
    {
        await using var term = new Term();
        term.On(1).Submit("no-rota").System("no-rota", Trigger.LocateFoundNothing)
            .Submit("locating")
            .Submit("withdrawn").Rota("withdrawn", "CSUN").Staff("withdrawn", Trigger.CancelByStaff)
            .SendOut("waiting", "CSUN")
            .SendOut("first", "CSUN").Partner("first", "CSUN", Trigger.PartnerShipped)
            .SendOut("second", "CSUN", "CHICO").Partner("second", "CSUN", Trigger.PartnerRejected).Sent("second", "CHICO").Partner("second", "CHICO", Trigger.PartnerShipped)
            .SendOut("nobody", "CSUN", "CHICO").Partner("nobody", "CSUN", Trigger.PartnerRejected).Sent("nobody", "CHICO").Partner("nobody", "CHICO", Trigger.PartnerRejected)
            .SendOut("lapsed", "CSUN").Partner("lapsed", "CSUN", Trigger.PartnerExpired)
            .On(2);

        var funnel = (await term.ReadAsync()).Funnel;

        Assert.Equal(
            [(0, 8, 0, 1, 1), (null, 6, 0, 0, 1), (1, 5, 1, 1, 1), (2, 2, 1, 0, 1)],
            funnel.Stages.Select(stage => ((int?)stage.Asked, stage.Reached, stage.Supplied, stage.Open, stage.Lost)));
        Assert.Equal([6, 5, 2, 0], funnel.Stages.Select(stage => stage.WentOn));
        Assert.Equal(Loss.NoRota, Assert.Single(funnel.Stages[0].Losses).Loss);
        Assert.Equal(Loss.CancelledByStaff, Assert.Single(funnel.Stages[1].Losses).Loss);
        Assert.Equal(Loss.Expired, Assert.Single(funnel.Stages[2].Losses).Loss);
        Assert.Equal(Loss.RejectedByAll, Assert.Single(funnel.Stages[3].Losses).Loss);
        Assert.Equal((8, 2, 2, 4), (funnel.Submitted, funnel.Supplied, funnel.Open, funnel.Losses.Sum(loss => loss.Count)));
    }

    [Fact, Clause("FI-14")]
    public async Task Several_rounds_are_one_walk()
    {
        await using var term = new Term();
        term.On(1).SendOut("A", "CSUN").On(2).Partner("A", "CSUN", Trigger.PartnerRejected).On(3).Staff("A", Trigger.Reactivate)
            .Rota("A", "CHICO", "CSUN").Sent("A", "CHICO").On(4).Partner("A", "CHICO", Trigger.PartnerRejected).Sent("A", "CSUN")
            .On(6).Partner("A", "CSUN", Trigger.PartnerShipped).On(7);

        var figures = await term.ReadAsync();

        Assert.Equal([0, null, 1, 2, 3], figures.Funnel.Stages.Select(stage => stage.Asked));
        Assert.Equal((1, 0), (figures.Funnel.Stages[^1].Supplied, figures.Funnel.Losses.Count));
        Assert.Equal(
            [new PartnerFigures("CSUN", 2, 0, 1) { ToShipped = TimeSpan.FromDays(2) }, new PartnerFigures("CHICO", 1, 0, 0)], figures.Partners);
    }

    [Fact]
    public async Task From_the_fifth_partner_on_no_further_stage_is_told_apart()
    {
        string[] partners = ["P1", "P2", "P3", "P4", "P5", "P6", "P7"];
        await using var term = new Term();
        term.On(1).SendOut("A", partners);
        foreach (var (index, partner) in partners.SkipLast(1).Index())
        {
            term.Partner("A", partner, Trigger.PartnerRejected).Sent("A", partners[index + 1]);
        }

        var funnel = (await term.On(2).ReadAsync()).Funnel;

        Assert.Equal(RotaFunnel.MostAsked, funnel.Stages[^1].Asked);
        Assert.Equal((1, 1), (funnel.Stages[^1].Reached, funnel.Stages[^1].Open));
    }

    [Fact]
    public async Task Only_what_was_submitted_in_the_period_counts()
    {
        await using var term = new Term();
        term.SendOut("before", "CSUN").On(10).SendOut("in", "CSUN").Partner("before", "CSUN", Trigger.PartnerShipped)
            .Staff("draft", Trigger.SaveDraft, new() { Library = "SDSU", Patron = "p-1", Title = "Solaris" }).On(28);

        var funnel = (await term.ReadAsync()).Funnel;

        Assert.Equal((1, 1), (funnel.Submitted, funnel.Open));
    }

    [Fact, Clause("FI-5")]
    public async Task A_request_that_ended_twice_is_lost_for_the_last_reason()
    {
        await using var term = new Term();
        term.On(1).SendOut("A", "CSUN").Partner("A", "CSUN", Trigger.PartnerRejected).On(2).Staff("A", Trigger.ObtainExternally).On(3);

        var funnel = (await term.ReadAsync()).Funnel;

        Assert.Equal([new LossCount(Loss.ObtainedElsewhere, 1)], funnel.Losses);
    }

    [Fact]
    public async Task Nothing_submitted_is_no_stage()
    {
        await using var term = new Term();

        var figures = await term.ReadAsync();

        Assert.Empty(figures.Funnel.Stages);
        Assert.Equal(0, figures.Funnel.Submitted);
    }
}
