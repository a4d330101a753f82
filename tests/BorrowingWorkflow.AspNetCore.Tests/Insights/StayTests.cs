using BorrowingWorkflow.AspNetCore.Desk.Insights;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Tests.Insights;

public class StayTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 2, 3)]
    [InlineData(9, 5, 9)]
    [InlineData(10, 5, 9)]
    [InlineData(11, 6, 10)]
    public void Percentiles_are_values_by_nearest_rank(int count, int median, int ninetieth)
    {
        TimeSpan[] days = [.. Enumerable.Range(1, count).Select(day => TimeSpan.FromDays(day))];

        Assert.Equal(TimeSpan.FromDays(median), NearestRank.Of(days, 50));
        Assert.Equal(TimeSpan.FromDays(ninetieth), NearestRank.Of(days, 90));
    }

    [Fact]
    public async Task Stays_that_ended_in_the_period_count_in_full_and_final_ones_never()
    {
        await using var term = new Term();
        term.SendOut("A", "CSUN").On(1).SendOut("B", "CSUN").On(2).SendOut("C", "CSUN")
            .On(35).Partner("A", "CSUN", Trigger.PartnerRejected).Partner("B", "CSUN", Trigger.PartnerRejected)
            .On(40).Staff("A", Trigger.Reactivate).On(41);

        var figures = await term.ReadAsync();

        var sent = figures.Stays.Single(stay => stay.Status == BorrowingStatus.RequestSentToPartner);
        Assert.Equal((2, TimeSpan.FromDays(34), TimeSpan.FromDays(35)), (sent.Count, sent.Median, sent.Ninetieth));
        Assert.DoesNotContain(figures.Stays, stay => stay.Status.IsFinal());
    }

    [Fact]
    public async Task A_stay_that_ended_as_the_period_began_is_not_of_it()
    {
        await using var term = new Term();
        term.Submit("A").On(1).Rota("A", "CSUN").On(29).Sent("A", "CSUN");

        var figures = await term.ReadAsync();

        var stay = Assert.Single(figures.Stays);
        Assert.Equal((BorrowingStatus.ReadyToBeSent, TimeSpan.FromDays(28)), (stay.Status, stay.Median));
    }

    [Fact]
    public async Task What_keeps_the_status_does_not_end_a_stay()
    {
        await using var term = new Term();
        term.SendOut("A", "CSUN").On(3).Staff("A", Trigger.AddNote, new() { Text = "asked by phone" })
            .Partner("A", "CSUN", Trigger.PartnerAcknowledged).On(10).Partner("A", "CSUN", Trigger.PartnerShipped).On(11);

        var figures = await term.ReadAsync();

        var sent = figures.Stays.Single(stay => stay.Status == BorrowingStatus.RequestSentToPartner);
        Assert.Equal((1, TimeSpan.FromDays(10)), (sent.Count, sent.Median));
    }
}
