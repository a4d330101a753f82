using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class HistoryDetectorsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static TheoryData<string> Ids => ["shipped-after-close", "arrived-after-cancel", "shipped-by-wrong-partner", "out-of-sequence", "clock-fault", "ping-pong"];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task History_is_looked_at_in_every_status(string detector)
    {
        var desk = new AnomalyDesk();
        foreach (var status in BorrowingStatusExtensions.All)
        {
            desk.Add($"{status} with", status, Hour, Remarkable).Add($"{status} without", status, Hour);
        }

        Assert.Equal(BorrowingStatusExtensions.All.Select(status => $"{status} with").Order(StringComparer.Ordinal), await desk.FindAsync(detector));
    }

    [Fact]
    public async Task A_late_shipment_that_was_accepted_is_no_longer_reported() =>
        Assert.Empty(await new AnomalyDesk().Add("R1", ShippedPhysically, Hour, request => request.Facts.ShippedAfterClose = null).FindAsync("shipped-after-close"));

    [Fact]
    public async Task The_evidence_of_a_late_shipment_names_partner_and_form()
    {
        Assert.Equal(
            "Partner CSUF shipped after the request was closed. Now Expired.",
            await new AnomalyDesk().Add("R1", Expired, Hour, request => (request.Facts.ShippedAfterClose, request.Facts.ShippedAfterCloseIsPhysical) = ("CSUF", true)).EvidenceAsync("shipped-after-close"));
        Assert.StartsWith(
            "Partner CSUF sent a file",
            await new AnomalyDesk().Add("R1", Expired, Hour, request => request.Facts.ShippedAfterClose = "CSUF").EvidenceAsync("shipped-after-close"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_message_out_of_sequence_is_no_finding() =>
        Assert.Empty(await new AnomalyDesk().Add("R1", RequestCompleted, Hour, request => request.Facts.OutOfSequence = 1).FindAsync("out-of-sequence"));

    [Fact]
    public async Task Two_alternations_and_one_reactivation_are_no_finding() =>
        Assert.Empty(await new AnomalyDesk().Add("R1", Expired, Hour, request => (request.Facts.MostAlternations, request.Facts.Reactivations) = (2, 1)).FindAsync("ping-pong"));

    [Fact]
    public async Task A_second_reactivation_goes_in_circles() =>
        Assert.Equal("Reactivated 2 times. Now Expired.", await new AnomalyDesk().Add("R1", Expired, Hour, request => request.Facts.Reactivations = 2).EvidenceAsync("ping-pong"));

    [Fact]
    public async Task Clocks_may_differ_by_five_minutes()
    {
        var five = TimeSpan.FromMinutes(5);
        var desk = new AnomalyDesk()
            .Add("back at", RequestCompleted, Hour, request => request.Facts.LargestStepBack = five)
            .Add("back past", RequestCompleted, Hour, request => request.Facts.LargestStepBack = five + TimeSpan.FromSeconds(1))
            .Add("future at", LoanedItemToPatron, -five)
            .Add("future past", LoanedItemToPatron, -five - TimeSpan.FromSeconds(1))
            .Add("future end", RequestCompleted, -TimeSpan.FromDays(40))
            .Add("event after the end", RequestCompleted, Hour, request => request.Facts.LatestEventAt = AnomalyDesk.Now + TimeSpan.FromDays(40));
        Assert.Equal(["back past", "event after the end", "future end", "future past"], await desk.FindAsync("clock-fault"));
    }

    [Fact]
    public async Task Missing_volumes_are_reported_after_three_days()
    {
        var three = AnomalyDesk.Now - TimeSpan.FromDays(3);
        var before = three - TimeSpan.FromSeconds(1);
        var desk = new AnomalyDesk()
            .Add("at", PhysicallyReceivedByLibrary, Hour, request => request.Volumes = [new("1") { ReceivedAt = three }, new("2")])
            .Add("past", PhysicallyReceivedByLibrary, Hour, request => request.Volumes = [new("1") { ReceivedAt = before }, new("2")])
            .Add("not sent back", RequestCompleted, Hour, request => request.Volumes = [new("1") { ReceivedAt = before, ReturnedAt = before }, new("2") { ReceivedAt = before }])
            .Add("all", PhysicallyReceivedByLibrary, Hour, request => request.Volumes = [new("1") { ReceivedAt = before }, new("2") { ReceivedAt = three }])
            .Add("none", ShippedPhysically, Hour, request => request.Volumes = [new("1"), new("2")]);
        Assert.Equal(["not sent back", "past"], await desk.FindAsync("multi-volume-incomplete"));
    }

    private static void Remarkable(BorrowingRequest request)
    {
        request.Facts.ShippedAfterClose = "CSUF";
        request.Facts.ArrivedAfterClose = true;
        request.Facts.ShippedByWrongPartner = "CSUF";
        request.Facts.OutOfSequence = 2;
        request.Facts.LargestStepBack = TimeSpan.FromHours(2);
        request.Facts.MostAlternations = 3;
    }
}
