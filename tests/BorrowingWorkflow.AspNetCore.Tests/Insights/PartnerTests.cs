using BorrowingWorkflow.AspNetCore.Desk.Insights;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.AspNetCore.Tests.Insights;

public class PartnerTests
{
    [Fact]
    public async Task What_is_not_settled_is_no_part_of_the_fill_rate()
    {
        await using var term = new Term();
        term.SendOut("A", "CSUN").SendOut("B", "CSUN").SendOut("C", "CSUN", "CHICO").SendOut("D", "CSUN")
            .On(0.5).Submit("E").On(2).Partner("A", "CSUN", Trigger.PartnerShipped).Partner("C", "CSUN", Trigger.PartnerRejected).Sent("C", "CHICO")
            .On(4).Staff("A", Trigger.Receive).On(6).Partner("B", "CSUN", Trigger.PartnerShipped).On(27);

        var figures = await term.ReadAsync();

        Assert.Equal(
            [
                new PartnerFigures("CSUN", 4, 1, 2) { ToShipped = TimeSpan.FromDays(2), ToReceived = TimeSpan.FromDays(4) },
                new PartnerFigures("CHICO", 1, 1, 0),
            ],
            figures.Partners);
        Assert.Equal((2 / 3d, null), (figures.Partners[0].FillRate, figures.Partners[1].FillRate));
    }

    [Fact]
    public async Task A_partner_asked_as_the_period_began_is_not_of_it()
    {
        await using var term = new Term();
        term.SendOut("A", "CSUN").On(0.001).SendOut("B", "CHICO").On(28)
            .Partner("A", "CSUN", Trigger.PartnerShipped).Partner("B", "CHICO", Trigger.PartnerShipped);

        var figures = await term.ReadAsync();

        Assert.Equal(("CHICO", 1, 1), (figures.Partners[0].Partner, figures.Partners[0].Supplied, figures.Partners.Count));
    }

    [Fact, Clause("AP-7")]
    public async Task A_retry_is_the_same_ask_and_its_time_runs_from_the_first_send()
    {
        await using var term = new Term();
        term.On(1).SendOut("A", "CSUN").On(2).Partner("A", "CSUN", Trigger.PartnerRetryPossible).On(3).Staff("A", Trigger.AcceptCondition)
            .On(4).Sent("A", "CSUN").On(6).Partner("A", "CSUN", Trigger.PartnerShipped).On(7);

        var figures = await term.ReadAsync();

        Assert.Equal(new PartnerFigures("CSUN", 1, 0, 1) { ToShipped = TimeSpan.FromDays(5) }, Assert.Single(figures.Partners));
    }

    [Fact, Clause("SE-6")]
    public async Task An_answer_before_the_confirmation_counts_without_a_time()
    {
        await using var term = new Term();
        term.On(1).Submit("A").Rota("A", "CSUN", "CHICO").System("A", Trigger.SendFailed, "CSUN")
            .On(2).Partner("A", "CSUN", Trigger.PartnerRejected).System("A", Trigger.SendFailed, "CHICO").On(3).Partner("A", "CHICO", Trigger.PartnerShipped).On(4);

        var figures = await term.ReadAsync();

        Assert.Equal([new PartnerFigures("CHICO", 1, 0, 1), new PartnerFigures("CSUN", 1, 0, 0)], figures.Partners);
    }

    [Fact, Clause("AP-19")]
    public async Task An_item_that_came_without_a_ship_message_is_supplied()
    {
        await using var term = new Term();
        term.On(1).SendOut("A", "CSUN").On(5).Staff("A", Trigger.Receive).On(6);

        var figures = await term.ReadAsync();

        Assert.Equal(new PartnerFigures("CSUN", 1, 0, 1) { ToReceived = TimeSpan.FromDays(4) }, Assert.Single(figures.Partners));
    }

    [Fact, Clause("SH-3")]
    public async Task A_shipment_that_is_taken_back_supplied_nothing()
    {
        await using var term = new Term();
        term.On(1).SendOut("A", "CSUN", "CHICO").On(2).Partner("A", "CSUN", Trigger.PartnerShipped).On(3).Partner("A", "CSUN", Trigger.PartnerUnshipped)
            .Sent("A", "CHICO").On(5).Partner("A", "CHICO", Trigger.PartnerShipped).On(6);

        var figures = await term.ReadAsync();

        Assert.Equal(
            [new PartnerFigures("CHICO", 1, 0, 1) { ToShipped = TimeSpan.FromDays(2) }, new PartnerFigures("CSUN", 1, 0, 0)], figures.Partners);
    }

    [Fact, Clause("FI-16")]
    public async Task A_shipment_of_an_earlier_partner_that_staff_accept_is_that_partners()
    {
        await using var term = new Term();
        term.On(1).SendOut("A", "CSUN", "CHICO").On(2).Partner("A", "CSUN", Trigger.PartnerExpired).Sent("A", "CHICO")
            .On(4).Partner("A", "CSUN", Trigger.PartnerShipped).On(5).Staff("A", Trigger.AcceptLateShipment).On(7).Staff("A", Trigger.Receive).On(8);

        var figures = await term.ReadAsync();

        Assert.Equal(
            [
                new PartnerFigures("CHICO", 1, 0, 0),
                new PartnerFigures("CSUN", 1, 0, 1) { ToShipped = TimeSpan.FromDays(3), ToReceived = TimeSpan.FromDays(6) },
            ],
            figures.Partners);
    }

    [Fact, Clause("FI-9")]
    public async Task A_shipment_after_the_close_that_staff_accept_is_the_shippers()
    {
        await using var term = new Term();
        term.On(1).SendOut("A", "CSUN").On(2).Partner("A", "CSUN", Trigger.PartnerExpired).On(4).Partner("A", "CSUN", Trigger.PartnerShipped)
            .On(5).Staff("A", Trigger.AcceptLateShipment).On(8);

        var figures = await term.ReadAsync();

        Assert.Equal(new PartnerFigures("CSUN", 1, 0, 1) { ToShipped = TimeSpan.FromDays(3) }, Assert.Single(figures.Partners));
    }

    [Fact, Clause("FI-7")]
    public async Task A_shipment_that_reopens_a_closed_request_is_the_partners()
    {
        await using var term = new Term();
        term.On(1).SendOut("A", "CSUN").On(2).Staff("A", Trigger.Complete).On(3).Partner("A", "CSUN", Trigger.PartnerShipped).On(4);

        var figures = await term.ReadAsync();

        Assert.Equal(new PartnerFigures("CSUN", 1, 0, 1) { ToShipped = TimeSpan.FromDays(2) }, Assert.Single(figures.Partners));
        Assert.Equal((1, 0), (figures.Funnel.Supplied, figures.Funnel.Losses.Count));
    }

    [Fact, Clause("CA-14")]
    public async Task A_shipment_that_overtakes_a_cancellation_is_supplied()
    {
        await using var term = new Term();
        term.On(1).SendOut("A", "CSUN").On(2).Staff("A", Trigger.CancelByStaff).On(3).Partner("A", "CSUN", Trigger.PartnerShipped).On(4);

        var figures = await term.ReadAsync();

        Assert.Equal(new PartnerFigures("CSUN", 1, 0, 1) { ToShipped = TimeSpan.FromDays(2) }, Assert.Single(figures.Partners));
    }

    [Fact, Clause("FI-2")]
    public async Task A_request_reopened_at_the_partner_awaits_it_again()
    {
        await using var term = new Term();
        term.On(1).SendOut("A", "CSUN").On(2).Staff("A", Trigger.Complete).On(3).Staff("A", Trigger.Reactivate).On(4);

        var figures = await term.ReadAsync();

        Assert.Equal(new PartnerFigures("CSUN", 1, 1, 0), Assert.Single(figures.Partners));
    }

    [Fact]
    public async Task Two_triggers_in_one_message_are_both_seen()
    {
        await using var term = new Term();
        term.On(1).SendOut("A", "CSUN").On(2).Partner("A", "CSUN", Trigger.PartnerAcknowledged, then: Trigger.PartnerShipped).On(3);

        var figures = await term.ReadAsync();

        Assert.Equal(new PartnerFigures("CSUN", 1, 0, 1) { ToShipped = TimeSpan.FromDays(1) }, Assert.Single(figures.Partners));
    }

    [Fact]
    public async Task A_send_without_its_partner_is_the_rotas()
    {
        await using var term = new Term();
        term.On(1).Submit("A").Rota("A", "CSUN").System("A", Trigger.Sent).On(3);

        var figures = await term.ReadAsync();

        Assert.Equal(new PartnerFigures("CSUN", 1, 1, 0), Assert.Single(figures.Partners));
    }
}
