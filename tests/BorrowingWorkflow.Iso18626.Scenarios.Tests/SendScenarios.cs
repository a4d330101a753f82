using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>Sends that fail, and sends of which nobody knows.</summary>
public sealed class SendScenarios
{
    private static readonly TimeSpan Backoff = TimeSpan.FromMinutes(6);

    [Theory]
    [InlineData("error-confirmations")]
    [InlineData("http-400")]
    [InlineData("http-500")]
    public async Task A_lender_that_takes_nothing_is_kept_and_staff_are_told_after_three_attempts(string scenario)
    {
        await using var world = await World.OfAsync(World.Lends("CHICO", scenario), World.Lends("CSUN", "loaned"));

        await world.SubmitAsync();
        await world.StandsAtAsync(BorrowingStatus.ReadyToBeSent);
        Assert.False(world.Alerted("CannotSend"));
        await world.PassAsync(TimeSpan.FromHours(12), steps: 48);

        await world.StandsAtAsync(BorrowingStatus.ReadyToBeSent);
        Assert.True(world.Alerted("CannotSend"));
        Assert.Equal([EntryState.Active, EntryState.Pending], (await world.FindAsync()).Rota.Select(entry => entry.State));
        Assert.Equal((0, 0), (world["CHICO"].Mock.Tally.Requests, world["CSUN"].Mock.Tally.Requests));
        Assert.Equal(3, world["CHICO"].Mock.Exchanges.Count(one => one.IsIncoming));
    }

    [Fact]
    public async Task A_lender_that_is_not_there_gets_the_request_when_it_comes_back()
    {
        await using var world = await World.WithAsync("loaned");
        await world["CHICO"].StopAsync();

        await world.SubmitAsync();
        await world.StandsAtAsync(BorrowingStatus.ReadyToBeSent);
        await world["CHICO"].StartAsync();
        await world.PassAsync(Backoff);

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Equal((1, 0), (world["CHICO"].Mock.Tally.Requests, world["CHICO"].Mock.Tally.Repeated));
    }

    [Fact]
    public async Task A_lender_that_is_down_for_a_while_is_asked_until_it_answers_and_gets_the_request_once()
    {
        await using var world = await World.OfAsync(options => options.SendAttempts = 10, World.Lends("CHICO", "down-for-a-while"));

        await world.SubmitAsync();
        await world.PassAsync(TimeSpan.FromHours(6), steps: 72);

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Equal((1, 0), (world["CHICO"].Mock.Tally.Requests, world["CHICO"].Mock.Tally.Repeated));
    }

    [Theory]
    [InlineData(Iso18626Version.V1_2)]
    [InlineData(Iso18626Version.V2021_2)]
    public async Task A_request_whose_confirmation_was_lost_is_answered_all_the_same(Iso18626Version version)
    {
        await using var world = await World.WithAsync("confirmation-lost", version);

        await world.SubmitAsync();

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Equal((1, 0), (world["CHICO"].Mock.Tally.Requests, world["CHICO"].Mock.Tally.Repeated));
    }

    [Fact]
    [Clause("SE-7")]
    public async Task A_lender_whose_confirmation_was_lost_is_asked_and_not_sent_to_again()
    {
        await using var world = await World.OfAsync(World.Lends("CHICO", Forgets(MockTroubleKind.ConfirmationLost)));

        await world.SubmitAsync();
        await world.StandsAtAsync(BorrowingStatus.ReadyToBeSent);
        await world.PassAsync(Backoff);

        await world.StandsAtAsync(BorrowingStatus.RequestSentToPartner);
        var tally = world["CHICO"].Mock.Tally;
        Assert.Equal((1, 0, 1), (tally.Requests, tally.Repeated, tally.Of(MockCue.StatusRequest)));
    }

    [Fact]
    public async Task A_lender_that_cant_be_asked_gets_the_very_same_bytes_again()
    {
        await using var world = await World.OfAsync(
            new Lender("CHICO", Forgets(MockTroubleKind.ConfirmationLost), Iso18626Version.V1_2, null) { AnswersStatusRequests = false });

        await world.SubmitAsync();
        await world.PassAsync(Backoff);

        await world.StandsAtAsync(BorrowingStatus.RequestSentToPartner);
        Assert.Equal((1, 1), (world["CHICO"].Mock.Tally.Requests, world["CHICO"].Mock.Tally.Repeated));
        var sent = world["CHICO"].Mock.Exchanges.Where(one => one.Message?.Body is Request).Select(one => one.Bytes.ToArray()).ToList();
        Assert.Equal(sent[0], sent[1]);
    }

    [Theory]
    [InlineData(Iso18626Version.V1_2)]
    [InlineData(Iso18626Version.V2021_2)]
    public async Task A_request_that_was_lost_on_the_way_is_asked_for_and_then_sent_again(Iso18626Version version)
    {
        await using var world = await World.WithAsync("request-lost", version);

        await world.SubmitAsync();
        await world.StandsAtAsync(BorrowingStatus.ReadyToBeSent);
        await world.PassAsync(TimeSpan.FromHours(1), steps: 12);

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Equal((1, 0), (world["CHICO"].Mock.Tally.Requests, world["CHICO"].Mock.Tally.Repeated));
    }

    [Fact]
    public async Task A_time_out_after_the_lender_took_the_request_makes_no_second_one()
    {
        var slow = Forgets(MockTroubleKind.SlowConfirmation) with { Trouble = new(MockTroubleKind.SlowConfirmation) { RequestsOnly = true, Times = 1, Delays = 1_000 } };
        await using var world = await World.OfAsync(World.Lends("CHICO", slow));
        await world.SubmitOnlyAsync();
        await world.WorkAsync();

        var sending = world.WorkAsync();
        await world["CHICO"].HeardAsync();
        await world.AdvanceAsync(world["CHICO"].Peer.Timeout);
        await sending;
        await world.StandsAtAsync(BorrowingStatus.ReadyToBeSent);
        await world.PassAsync(Backoff);

        await world.StandsAtAsync(BorrowingStatus.RequestSentToPartner);
        Assert.Equal((1, 0), (world["CHICO"].Mock.Tally.Requests, world["CHICO"].Mock.Tally.Repeated));
    }

    [Fact]
    public async Task Staff_who_send_at_once_ask_first_while_the_outcome_is_unknown()
    {
        await using var world = await World.OfAsync(World.Lends("CHICO", Forgets(MockTroubleKind.ConfirmationLost)));
        await world.SubmitAsync();

        await world.StaffAsync(Trigger.Send);

        await world.StandsAtAsync(BorrowingStatus.RequestSentToPartner);
        Assert.Equal((1, 0), (world["CHICO"].Mock.Tally.Requests, world["CHICO"].Mock.Tally.Repeated));
    }

    [Fact]
    public async Task Twenty_requests_at_once_arrive_once_each()
    {
        await using var world = await World.WithAsync("loaned");
        var requests = Enumerable.Range(1, 20).Select(number => $"R-{number}").ToList();

        await Task.WhenAll(requests.Select(request => world.SubmitOnlyAsync(request)));
        await world.SettleAsync();

        foreach (var request in requests)
        {
            await world.StandsAtAsync(BorrowingStatus.ShippedPhysically, request);
        }

        Assert.Equal((20, 0), (world["CHICO"].Mock.Tally.Requests, world["CHICO"].Mock.Tally.Repeated));
    }

    /// <summary>A lender that says nothing by itself, and whose first request meets a trouble.</summary>
    private static MockScenario Forgets(MockTroubleKind trouble) => new("trouble", "") { Trouble = new(trouble) { RequestsOnly = true, Times = 1 } };
}
