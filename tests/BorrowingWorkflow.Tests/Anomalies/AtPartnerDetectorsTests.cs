using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class AtPartnerDetectorsTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    // 2026-11-24, the scan's day, is a Tuesday: five working days before it is a Tuesday too.
    private static readonly TimeSpan FiveWorkingDays = TimeSpan.FromDays(7);

    [Theory]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    public async Task A_partner_that_does_not_answer_is_reported_a_working_day_after_its_time(BorrowingStatus status)
    {
        var desk = new AnomalyDesk().Add("at", status, FiveWorkingDays).Add("past", status, FiveWorkingDays + Moment);
        Assert.Equal(["past"], await desk.FindAsync("partner-overdue-to-answer"));
    }

    [Fact]
    public async Task A_partner_has_the_days_of_its_profile()
    {
        var desk = new AnomalyDesk
        {
            Directory = new InMemoryPartnerDirectory(new Partner("CSUN") { Profile = new() { DaysToRespond = 1 } }, new Partner("CSUF") { Profile = new() { DaysToRespond = 10 } }),
        };
        desk.Add("quick", RequestSentToPartner, TimeSpan.FromDays(5))
            .Add("slow", RequestSentToPartner, FiveWorkingDays + Moment, request => request.Rota = [new RotaEntry("CSUF") { State = EntryState.Active }]);
        Assert.Equal(["quick"], await desk.FindAsync("partner-overdue-to-answer"));
        Assert.Equal("Partner CSUN has 1 working day to respond. Request sent to partner for 5 days, since 2026-11-19 09:00 UTC.", await desk.EvidenceAsync("partner-overdue-to-answer"));
    }

    [Fact]
    public async Task A_partner_that_the_rota_does_not_name_is_the_partner() =>
        Assert.Equal(
            "The partner has 4 working days to respond. Request sent to partner for 9 days, since 2026-11-15 09:00 UTC.",
            await new AnomalyDesk()
                .Add("R1", RequestSentToPartner, TimeSpan.FromDays(9), request => (request.Rota, request.ActiveEntry) = ([], null))
                .EvidenceAsync("partner-overdue-to-answer"));

    [Fact]
    public async Task A_condition_is_to_be_answered_within_four_working_days()
    {
        // Four working days before a Tuesday is the Wednesday of the week before.
        var desk = new AnomalyDesk().Add("at", Conditional, TimeSpan.FromDays(6)).Add("past", Conditional, TimeSpan.FromDays(6) + Moment);
        Assert.Equal(["past"], await desk.FindAsync("condition-unanswered"));
    }

    [Fact]
    public async Task A_condition_is_to_be_answered_by_the_partners_date()
    {
        var desk = new AnomalyDesk()
            .Add("at", Conditional, Moment, request => request.Condition = new(false, request.EnteredAt) { ReplyBy = AnomalyDesk.Now })
            .Add("past", Conditional, Moment, request => request.Condition = new(false, request.EnteredAt) { ReplyBy = AnomalyDesk.Now - Moment });
        Assert.Equal(["past"], await desk.FindAsync("condition-unanswered"));
    }

    [Theory]
    [InlineData(Created, true)]
    [InlineData(WillSupply, true)]
    [InlineData(WaitingForCancelResponse, true)]
    [InlineData(ShippedPhysically, false)]
    [InlineData(ShippedDigitally, false)]
    [InlineData(CancelledByPatron, false)]
    public async Task A_date_that_is_past_matters_until_the_item_is_shipped(BorrowingStatus status, bool isReported)
    {
        var desk = new AnomalyDesk()
            .Add("past", status, Moment, request => request.NeededBy = AnomalyDesk.Now - Moment)
            .Add("at", status, Moment, request => request.NeededBy = AnomalyDesk.Now)
            .Add("open", status, Moment);
        Assert.Equal(isReported ? ["past"] : [], await desk.FindAsync("needed-by-passed"));
    }

    [Fact]
    public async Task Three_failed_sends_in_a_row_are_reported_at_once()
    {
        var desk = new AnomalyDesk()
            .Add("two", ReadyToBeSent, Moment, request => request.Rota = [request.Rota[0] with { FailedSends = 2 }])
            .Add("three", ReadyToBeSent, Moment, request => request.Rota = [request.Rota[0] with { FailedSends = 3 }])
            .Add("sent", RequestSentToPartner, Moment, request => request.Rota = [request.Rota[0] with { FailedSends = 3 }]);
        Assert.Equal(["three"], await desk.FindAsync("cannot-send"));
        Assert.StartsWith("The last 3 sends to CSUN failed.", await desk.EvidenceAsync("cannot-send"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_optional_status_is_told_where_the_partners_profile_lacks_it()
    {
        var desk = new AnomalyDesk
        {
            Directory = new InMemoryPartnerDirectory(new Partner("CSUN") { Profile = new() { HasWillSupply = false } }),
        };
        desk.Add("lacking", WillSupply, Moment)
            .Add("there", RequestAccepted, Moment)
            .Add("unknown", WillSupply, Moment, request => request.Rota = [new RotaEntry("GONE") { State = EntryState.Active }]);
        Assert.Equal(["lacking"], await desk.FindAsync("status-not-in-profile"));
        desk.Directory = null;
        Assert.Empty(await desk.FindAsync("status-not-in-profile"));
    }
}
