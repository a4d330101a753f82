using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>Loans and copies that go as they should.</summary>
public sealed class LoanScenarios
{
    private const string R = World.R;

    [Theory]
    [InlineData("loaned", Iso18626Version.V1_2, "standard")]
    [InlineData("loaned", Iso18626Version.V2021_2, "standard")]
    [InlineData("will-supply-then-loaned", Iso18626Version.V1_2, "standard")]
    [InlineData("will-supply-then-loaned", Iso18626Version.V1_2, "alma")]
    [InlineData("will-supply-then-loaned", Iso18626Version.V1_2, "reshare")]
    [InlineData("will-supply-then-loaned", Iso18626Version.V2021_2, "crosslink")]
    [InlineData("expect-to-supply", Iso18626Version.V2021_2, "standard")]
    public async Task A_loan_goes_from_the_submission_to_the_check_in(string scenario, Iso18626Version version, string dialect)
    {
        await using var world = await World.WithAsync(scenario, version, Dialect.Named(dialect));

        await world.SubmitAsync();
        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        await world.LendAsync();
        await world.StandsAtAsync(BorrowingStatus.LoanedItemToPatron);
        await world.StaffAsync(Trigger.ReturnToPartner);

        await world.StandsAtAsync(BorrowingStatus.RequestCompleted);
        var lender = world["CHICO"].Mock;
        Assert.Equal(SupplyStatus.LoanCompleted, lender.StatusOf(R));
        Assert.Equal((1, 0, 0), (lender.Tally.Requests, lender.Tally.Refused, lender.Tally.Objected));
        Assert.Equal((1, 1), (lender.Tally.Of(MockCue.Received), lender.Tally.Of(MockCue.ShippedReturn)));
    }

    [Fact]
    public async Task A_lender_that_acknowledges_and_promises_moves_the_request_step_by_step()
    {
        await using var world = await World.WithAsync("expect-to-supply", Iso18626Version.V2021_2);

        await world.SubmitAsync();

        Assert.Equal(
            [Trigger.PartnerAcknowledged, Trigger.PartnerAccepted, Trigger.PartnerWillSupply, Trigger.PartnerShipped],
            (await world.Workflow.HistoryAsync(new(R))).Where(one => one.By == Actor.Partner).Select(one => one.Trigger));
    }

    [Fact]
    public async Task A_copy_is_delivered_and_completed_at_once()
    {
        await using var world = await World.WithAsync("copy", Iso18626Version.V2021_2);

        await world.SubmitAsync(format: RequestFormat.Digital);
        await world.StandsAtAsync(BorrowingStatus.ShippedDigitally);
        await world.StaffAsync(Trigger.ReceiveDigitally);
        await world.StaffAsync(Trigger.DigitalDelivered);

        await world.StandsAtAsync(BorrowingStatus.RequestCompleted);
        Assert.True(world.Notified("Arrived"));
    }

    [Fact]
    public async Task A_rota_of_three_goes_by_unfilled_and_expiry_to_the_lender_that_supplies()
    {
        await using var world = await World.OfAsync(World.Lends("CHICO", "unfilled"), World.Lends("CSUN", "silent"), World.Lends("SJSU", "loaned", Iso18626Version.V2021_2));

        await world.SubmitAsync();
        await world.StandsAtAsync(BorrowingStatus.RequestSentToPartner);
        Assert.Equal("CSUN", (await world.FindAsync()).Active!.Partner);
        await world.PassAsync(TimeSpan.FromDays(8), steps: 16);

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Equal([EntryState.Rejected, EntryState.Expired, EntryState.Shipped], (await world.FindAsync()).Rota.Select(entry => entry.State));
        Assert.Equal([1, 1, 1], world.Lenders.Select(lender => lender.Mock.Tally.Requests));
        Assert.Equal(1, world["CSUN"].Mock.Tally.Of(MockCue.Cancel));
    }

    [Theory]
    [InlineData("unfilled", BorrowingStatus.RejectedByPartner)]
    [InlineData("expired", BorrowingStatus.Expired)]
    [InlineData("cancelled", BorrowingStatus.CancelledByPartner)]
    [InlineData("unshipped", BorrowingStatus.RejectedByPartner)]
    public async Task A_rota_that_is_exhausted_ends_the_request_and_tells_the_patron(string scenario, BorrowingStatus end)
    {
        await using var world = await World.WithAsync(scenario);

        await world.SubmitAsync();

        await world.StandsAtAsync(end);
        Assert.True(world.Notified("SuggestIll"));
    }

    [Theory]
    [InlineData("unfilled")]
    [InlineData("expired")]
    [InlineData("cancelled")]
    [InlineData("unshipped")]
    public async Task A_lender_that_does_not_supply_makes_room_for_the_next(string scenario)
    {
        await using var world = await World.OfAsync(World.Lends("CHICO", scenario), World.Lends("CSUN", "loaned"));

        await world.SubmitAsync();

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Equal("CSUN", (await world.FindAsync()).Active!.Partner);
    }

    [Fact]
    public async Task A_condition_that_staff_accept_ships_the_item()
    {
        await using var world = await World.WithAsync("conditional");

        await world.SubmitAsync();
        await world.StandsAtAsync(BorrowingStatus.Conditional);
        Assert.Equal("LibraryUseOnly", (await world.FindAsync()).Condition!.Condition);
        await world.StaffAsync(Trigger.AcceptCondition);

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
    }

    [Fact]
    public async Task A_condition_that_staff_decline_is_told_and_cancelled_and_the_next_lender_is_asked()
    {
        await using var world = await World.OfAsync(World.Lends("CHICO", "conditional", Iso18626Version.V2021_2), World.Lends("CSUN", "loaned"));

        await world.SubmitAsync();
        await world.StaffAsync(Trigger.DeclineCondition);

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Equal("CSUN", (await world.FindAsync()).Active!.Partner);
        Assert.Equal(SupplyStatus.Cancelled, world["CHICO"].Mock.StatusOf(R));
    }

    [Theory]
    [InlineData(Iso18626Version.V1_2)]
    [InlineData(Iso18626Version.V2021_2)]
    public async Task A_retry_that_staff_accept_goes_to_the_same_lender_as_a_retry(Iso18626Version version)
    {
        await using var world = await World.WithAsync("retry", version);

        await world.SubmitAsync();
        await world.StandsAtAsync(BorrowingStatus.Conditional);
        await world.StaffAsync(Trigger.AcceptCondition);

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Equal((2, 1, 1), (world["CHICO"].Mock.Tally.Requests, world["CHICO"].Mock.Tally.Of(MockCue.Request), world["CHICO"].Mock.Tally.Of(MockCue.Retry)));
    }

    [Fact]
    public async Task A_renewal_that_the_lender_grants_extends_the_loan()
    {
        await using var world = await World.WithAsync("renewal-yes");
        await world.SubmitAsync();
        await world.LendAsync();

        await world.PatronAsync(Trigger.RequestRenewal);
        await world.StaffAsync(Trigger.ForwardRenewal);

        await world.StandsAtAsync(BorrowingStatus.RenewedByPartner);
        Assert.Equal(60, ((await world.FindAsync()).LenderDueDate!.Value - world.Clock.GetUtcNow()).TotalDays, 1);
    }

    [Fact]
    public async Task A_renewal_that_the_lender_refuses_is_told_to_the_patron()
    {
        await using var world = await World.WithAsync("renewal-no", Iso18626Version.V2021_2);
        await world.SubmitAsync();
        await world.LendAsync();

        await world.PatronAsync(Trigger.RequestRenewal);
        await world.StaffAsync(Trigger.ForwardRenewal);

        await world.StandsAtAsync(BorrowingStatus.RenewRequestNotAccepted);
        Assert.True(world.Notified("RenewalRefused"));
    }

    [Theory]
    [InlineData(Iso18626Version.V1_2, MockCue.Notification)]
    [InlineData(Iso18626Version.V2021_2, MockCue.Lost)]
    public async Task A_lost_item_is_told_in_the_words_of_the_version_and_closed_without_a_return(Iso18626Version version, MockCue told)
    {
        await using var world = await World.WithAsync("lost", version);
        await world.SubmitAsync();
        await world.LendAsync();

        await world.StaffAsync(Trigger.ReportLost);

        await world.StandsAtAsync(BorrowingStatus.RequestCompleted);
        Assert.Equal(1, world["CHICO"].Mock.Tally.Of(told));
    }

    [Theory]
    [InlineData("hold-return", Iso18626Version.V1_2, 2)]
    [InlineData("hold-return", Iso18626Version.V2021_2, 2)]
    [InlineData("note", Iso18626Version.V1_2, 0)]
    public async Task What_has_no_status_here_is_a_general_message_and_moves_nothing(string scenario, Iso18626Version version, int afterReceipt)
    {
        await using var world = await World.WithAsync(scenario, version);
        await world.SubmitAsync();
        var before = (await world.FindAsync()).Messages.Count;

        if (afterReceipt > 0)
        {
            await world.StaffAsync(Trigger.Receive);
            await world.StandsAtAsync(BorrowingStatus.PhysicallyReceivedByLibrary);
            Assert.Equal(before + afterReceipt, (await world.FindAsync()).Messages.Count);
        }
        else
        {
            await world.StandsAtAsync(BorrowingStatus.WillSupply);
            Assert.Equal(1, before);
        }

        Assert.True(world.Alerted("GeneralMessage"));
    }

    [Fact]
    public async Task A_check_in_before_the_return_completes_the_request_and_leaves_the_item_to_be_found()
    {
        await using var world = await World.WithAsync("checked-in-early");
        await world.SubmitAsync();

        await world.StaffAsync(Trigger.Receive);

        await world.StandsAtAsync(BorrowingStatus.RequestCompleted);
        Assert.NotNull(world.Circulation.ItemOf(new(R)));
    }
}
