using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class NoticeDetectorsTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan MoreThanADay = TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task An_arrival_that_nobody_was_told_of_is_reported_after_a_day()
    {
        var desk = new AnomalyDesk()
            .Add("never asked for", PhysicallyReceivedByLibrary, MoreThanADay, request => request.Facts.ArrivalNoticeAt = null)
            .Add("a day", PhysicallyReceivedByLibrary, Day, request => request.Facts.ArrivalNoticeAt = null)
            .Add("told", PhysicallyReceivedByLibrary, MoreThanADay)
            .Add("waiting", PhysicallyReceivedByLibrary, MoreThanADay)
            .WithPending("waiting", EffectKind.NotifyPatron, "Arrived", MoreThanADay)
            .WithPending("told", EffectKind.NotifyPatron, "Renewed", MoreThanADay);
        Assert.Equal(["never asked for", "waiting"], await desk.FindAsync("patron-not-told-of-arrival"));
    }

    [Fact]
    public async Task A_patron_is_not_told_of_an_item_on_its_way_or_no_longer_wanted()
    {
        var desk = new AnomalyDesk()
            .Add("in transit", PhysicallyReceivedByLibrary, MoreThanADay, request => (request.Place, request.Facts.ArrivalNoticeAt) = (ItemPlace.InTransitToPickup, null))
            .Add("withdrawn", PhysicallyReceivedByLibrary, MoreThanADay, request => (request.Facts.PatronWithdrew, request.Facts.ArrivalNoticeAt) = (true, null))
            .Add("imported", PhysicallyReceivedByLibrary, MoreThanADay, request => (request.Facts.ImportedAt, request.Facts.ArrivalNoticeAt) = (AnomalyDesk.Now, null))
            .Add("entered by the import", PhysicallyReceivedByLibrary, MoreThanADay, request => (request.Facts.ImportedAt, request.Facts.ArrivalNoticeAt) = (request.EnteredAt, null));
        Assert.Empty(await desk.FindAsync("patron-not-told-of-arrival"));
    }

    [Fact]
    public async Task At_another_pickup_location_the_day_begins_with_the_arrival_there()
    {
        var desk = new AnomalyDesk()
            .Add("R1", PhysicallyReceivedByLibrary, TimeSpan.FromDays(3), request => request.Facts.ArrivalNoticeAt = AnomalyDesk.Now - Day)
            .WithPending("R1", EffectKind.NotifyPatron, "Arrived", Day);
        Assert.Empty(await desk.FindAsync("patron-not-told-of-arrival"));
    }

    [Theory]
    [InlineData(RejectedByPartner)]
    [InlineData(Expired)]
    [InlineData(CancelledByStaff)]
    [InlineData(CancelledByPartner)]
    public async Task A_failure_that_nobody_was_told_of_is_reported_after_a_day(BorrowingStatus status)
    {
        var desk = new AnomalyDesk()
            .Add("never asked for", status, MoreThanADay, request => request.Facts.FailureNoticeAt = null)
            .Add("of an earlier end", status, MoreThanADay, request => request.Facts.FailureNoticeAt = AnomalyDesk.Now - TimeSpan.FromDays(9))
            .Add("a day", status, Day, request => request.Facts.FailureNoticeAt = null)
            .Add("imported", status, MoreThanADay, request => (request.Facts.ImportedAt, request.Facts.FailureNoticeAt) = (AnomalyDesk.Now, null))
            .Add("told", status, MoreThanADay)
            .Add("waiting", status, MoreThanADay)
            .WithPending("waiting", EffectKind.NotifyPatron, "SuggestIll", MoreThanADay);
        Assert.Equal(["never asked for", "of an earlier end", "waiting"], await desk.FindAsync("patron-not-told-of-failure"));
    }

    [Fact]
    public async Task The_patron_is_not_told_of_a_rejection_that_is_kept_open()
    {
        var desk = new AnomalyDesk()
            .Add("rejected", RejectedByPartner, MoreThanADay, request => request.Facts.FailureNoticeAt = null, keptActive: true)
            .Add("cancelled", CancelledByStaff, MoreThanADay, request => request.Facts.FailureNoticeAt = null, keptActive: true)
            .Add("by the patron", CancelledByPatron, MoreThanADay, request => request.Facts.FailureNoticeAt = null);
        Assert.Equal(["cancelled"], await desk.FindAsync("patron-not-told-of-failure"));
    }

    [Fact]
    public async Task A_message_to_a_partner_is_reported_after_a_day_once_a_request()
    {
        var desk = new AnomalyDesk()
            .Add("R1", CancelledByStaff, Day)
            .WithPending("R1", EffectKind.TellPartner, "Cancel", MoreThanADay, attempts: 7)
            .WithPending("R1", EffectKind.SendNote, null, MoreThanADay - TimeSpan.FromMilliseconds(1))
            .WithPending("a day", EffectKind.SendReturned, null, Day)
            .WithPending("the request itself", EffectKind.SendRequest, null, MoreThanADay)
            .WithPending("to the patron", EffectKind.NotifyPatron, "Renewed", MoreThanADay);
        Assert.Equal(["R1"], await desk.FindAsync("message-undelivered"));
        Assert.Equal("The cancellation to the partner has waited since 2026-11-23 08:59 UTC, 7 attempts; 1 more with it.", await desk.EvidenceAsync("message-undelivered"));
    }
}
