using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>Cancellations, and what crosses with them.</summary>
public sealed class CancelScenarios
{
    [Theory]
    [InlineData("cancel-yes", Iso18626Version.V1_2)]
    [InlineData("cancel-yes", Iso18626Version.V2021_2)]
    [InlineData("cancel-without-answer", Iso18626Version.V1_2)]
    public async Task A_cancellation_that_the_lender_accepts_ends_the_request(string scenario, Iso18626Version version)
    {
        await using var world = await World.WithAsync(scenario, version);
        await world.SubmitAsync();

        await world.PatronAsync(Trigger.CancelByPatron);

        await world.StandsAtAsync(BorrowingStatus.CancelledByPatron);
        Assert.Equal(1, world["CHICO"].Mock.Tally.Of(MockCue.Cancel));
    }

    [Fact]
    public async Task A_cancellation_that_the_lender_refuses_brings_the_status_back()
    {
        await using var world = await World.WithAsync("cancel-no");
        await world.SubmitAsync();
        await world.StandsAtAsync(BorrowingStatus.WillSupply);

        await world.StaffAsync(Trigger.CancelByStaff);

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Contains("PartnerRefusedCancel Partner CHICO Applied CA-13 WillSupply", await world.HistoryAsync(), StringComparison.Ordinal);
        Assert.True(world.Alerted("CancelRefused"));
    }

    [Theory]
    [InlineData("cancel-too-late")]
    [InlineData("cancel-changes-mind")]
    [Clause("CA-14")]
    public async Task A_shipment_overtakes_the_cancellation_whatever_is_answered_later(string scenario)
    {
        await using var world = await World.WithAsync(scenario);
        await world.SubmitAsync();

        await world.PatronAsync(Trigger.CancelByPatron);

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Contains("PartnerShipped Partner CHICO Applied CA-14 ShippedPhysically", await world.HistoryAsync(), StringComparison.Ordinal);
        await world.LendAsync();
        await world.StandsAtAsync(BorrowingStatus.LoanedItemToPatron);
    }

    [Fact]
    public async Task A_refusal_after_the_item_was_received_does_not_bring_the_promise_back()
    {
        var refusesLate = new MockScenario("refuses-late", "")
        {
            Steps =
            [
                new(MockCue.Request, 1, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply),
                new(MockCue.Cancel, 3_000, ReasonForMessage.CancelResponse, default) { Answer = YesNo.No },
            ],
        };
        await using var world = await World.OfAsync(World.Lends("CHICO", refusesLate));
        await world.SubmitAsync();
        await world.PatronAsync(Trigger.CancelByPatron);
        await world.StandsAtAsync(BorrowingStatus.WaitingForCancelResponse);

        await world.StaffAsync(Trigger.Receive);
        await world.PassAsync(TimeSpan.FromMinutes(15));

        await world.StandsAtAsync(BorrowingStatus.PhysicallyReceivedByLibrary);
        Assert.Equal([Verdict.OutOfSequence], await world.VerdictsAsync(Trigger.PartnerRefusedCancel));
    }

    [Fact]
    public async Task A_no_with_the_status_Cancelled_is_a_no()
    {
        await using var world = await World.WithAsync("cancel-contradiction");
        await world.SubmitAsync();

        await world.PatronAsync(Trigger.CancelByPatron);

        await world.StandsAtAsync(BorrowingStatus.WillSupply);
        Assert.Equal([Verdict.Applied], await world.VerdictsAsync(Trigger.PartnerRefusedCancel));
    }

    [Fact]
    [Clause("CA-18")]
    public async Task A_cancellation_that_is_never_answered_is_told_to_staff_who_can_force_it()
    {
        await using var world = await World.WithAsync("silent");
        await world.SubmitAsync();
        await world.StaffAsync(Trigger.CancelByStaff);

        await world.PassAsync(TimeSpan.FromDays(6), steps: 6);
        Assert.True(world.Alerted("CancelUnanswered"));
        await world.StaffAsync(Trigger.ForceCancel);

        await world.StandsAtAsync(BorrowingStatus.CancelledByStaff);
    }

    [Fact]
    public async Task A_lender_that_is_skipped_is_cancelled_and_the_next_is_asked_after_its_answer()
    {
        await using var world = await World.OfAsync(World.Lends("CHICO", "cancel-yes"), World.Lends("CSUN", "loaned"));
        await world.SubmitAsync();

        await world.StaffAsync(Trigger.SkipPartner);

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Equal(SupplyStatus.Cancelled, world["CHICO"].Mock.StatusOf(World.R));
    }

    [Fact]
    public async Task A_cancellation_of_a_request_that_never_arrived_is_done_when_the_lender_says_so()
    {
        var losesAll = new MockScenario("loses-all", "") { Trouble = new(MockTroubleKind.MessageLost) { RequestsOnly = true } };
        await using var world = await World.OfAsync(World.Lends("CHICO", losesAll));
        await world.SubmitAsync();
        await world.StandsAtAsync(BorrowingStatus.ReadyToBeSent);

        await world.PatronAsync(Trigger.CancelByPatron);

        await world.StandsAtAsync(BorrowingStatus.CancelledByPatron);
        Assert.Equal((0, 1), (world["CHICO"].Mock.Tally.Requests, world["CHICO"].Mock.Exchanges.Count(one => one.Message?.Body is RequestingAgencyMessage { Action.Code: "Cancel" })));
    }
}
