using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class AgeDetectorsTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public static TheoryData<string, BorrowingStatus, double> Thresholds => new()
    {
        { "stuck-in-locate", BorrowingStatus.LocateInProcess, 15 / 1440d },
        { "cannot-send", BorrowingStatus.ReadyToBeSent, 1 },
        { "will-supply-too-long", BorrowingStatus.WillSupply, 14 },
        { "cancel-unanswered", BorrowingStatus.WaitingForCancelResponse, 5 },
        { "shipped-not-received", BorrowingStatus.ShippedPhysically, 7 },
        { "returned-not-checked-in", BorrowingStatus.ReturnedItemToPartner, 30 },
        { "branch-return-stuck", BorrowingStatus.ReturnedByPatron, 3 },
        { "hold-expired", BorrowingStatus.PhysicallyReceivedByLibrary, 14 },
        { "overdue-not-lost", BorrowingStatus.OverdueRequest, 14 },
        { "lost-not-settled", BorrowingStatus.LostCommunicated, 90 },
        { "lost-not-settled", BorrowingStatus.DeclaredLostByPartner, 90 },
        { "recalled-not-returned", BorrowingStatus.RecalledByPartner, 7 },
        { "digital-not-delivered", BorrowingStatus.ShippedDigitally, 1 },
        { "digital-not-delivered", BorrowingStatus.DigitallyReceivedByLibrary, 1 },
    };

    [Theory]
    [MemberData(nameof(Thresholds))]
    public async Task A_request_is_found_once_it_is_longer_in_its_status_than_the_threshold(string detector, BorrowingStatus status, double days)
    {
        var threshold = TimeSpan.FromDays(days);
        var desk = new AnomalyDesk()
            .Add("at", status, threshold)
            .Add("past", status, threshold + Moment)
            .Add("moved on", BorrowingStatus.Created, threshold + Moment);
        Assert.Equal(["past"], await desk.FindAsync(detector));
    }

    [Fact]
    public async Task The_evidence_names_the_status_and_the_age() =>
        Assert.Equal(
            "Shipped physically for 9 days, since 2026-11-15 09:00 UTC.",
            await new AnomalyDesk().Add("R1", BorrowingStatus.ShippedPhysically, TimeSpan.FromDays(9)).EvidenceAsync("shipped-not-received"));

    [Fact]
    public async Task Thresholds_are_settings()
    {
        var desk = new AnomalyDesk().Add("R1", BorrowingStatus.ShippedPhysically, TimeSpan.FromDays(6));
        Assert.Empty(await desk.FindAsync("shipped-not-received"));
        desk.Settings.ShippedNotReceived = TimeSpan.FromDays(5);
        Assert.Equal(["R1"], await desk.FindAsync("shipped-not-received"));
    }

    [Fact]
    public async Task A_failed_locate_is_found_at_once() =>
        Assert.Equal(["R1"], await new AnomalyDesk().Add("R1", BorrowingStatus.LocateFailed, TimeSpan.Zero).FindAsync("locate-failed"));
}
