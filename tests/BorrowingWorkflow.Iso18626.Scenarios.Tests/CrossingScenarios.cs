using System.Net;
using System.Net.Http.Headers;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>Messages that come twice, in the wrong order, too late, or from the wrong side.</summary>
public sealed class CrossingScenarios
{
    private const string Late = "The item is late.";
    private const string Renew = "Please renew it.";

    private static readonly MockStep Ship = new(MockCue.Request, 1, ReasonForMessage.StatusChange, SupplyStatus.Loaned) { DueInDays = 30 };

    [Theory]
    [InlineData(Iso18626Version.V1_2)]
    [InlineData(Iso18626Version.V2021_2)]
    public async Task What_is_said_twice_counts_once_and_is_confirmed_twice(Iso18626Version version)
    {
        await using var world = await World.WithAsync("duplicated", version);

        await world.SubmitAsync();
        await world.LendAsync();
        await world.StaffAsync(Trigger.ReturnToPartner);

        await world.StandsAtAsync(BorrowingStatus.RequestCompleted);
        Assert.Equal((6, 0), (world["CHICO"].Mock.Tally.Sent, world["CHICO"].Mock.Tally.Objected));
        Assert.Equal([Verdict.Applied], await world.VerdictsAsync(Trigger.PartnerShipped));
        Assert.Equal([Verdict.Applied], await world.VerdictsAsync(Trigger.PartnerCheckedIn));
    }

    [Fact]
    public async Task A_promise_that_arrives_after_the_shipment_changes_nothing()
    {
        await using var world = await World.WithAsync("reordered");

        await world.SubmitAsync();

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Equal([Verdict.OutOfSequence], await world.VerdictsAsync(Trigger.PartnerWillSupply));
    }

    [Theory]
    [InlineData("Overdue", BorrowingStatus.ShippedPhysically, BorrowingStatus.ShippedPhysically)]
    [InlineData("Overdue", BorrowingStatus.PhysicallyReceivedByLibrary, BorrowingStatus.PhysicallyReceivedByLibrary)]
    [InlineData("Overdue", BorrowingStatus.LoanedItemToPatron, BorrowingStatus.OverdueRequest)]
    [InlineData("Overdue", BorrowingStatus.ReturnedByPatron, BorrowingStatus.ReturnedByPatron)]
    [InlineData("Overdue", BorrowingStatus.ReturnedItemToPartner, BorrowingStatus.ReturnedItemToPartner)]
    [InlineData("Recalled", BorrowingStatus.ShippedPhysically, BorrowingStatus.ShippedPhysically)]
    [InlineData("Recalled", BorrowingStatus.PhysicallyReceivedByLibrary, BorrowingStatus.RecalledByPartner)]
    [InlineData("Recalled", BorrowingStatus.LoanedItemToPatron, BorrowingStatus.RecalledByPartner)]
    [InlineData("Recalled", BorrowingStatus.ReturnedByPatron, BorrowingStatus.ReturnedByPatron)]
    [InlineData("Recalled", BorrowingStatus.ReturnedItemToPartner, BorrowingStatus.ReturnedItemToPartner)]
    public async Task Overdue_and_Recalled_are_taken_wherever_the_item_is(string word, BorrowingStatus from, BorrowingStatus to)
    {
        var scenario = new MockScenario("on-a-note", "")
        {
            HasHabits = false,
            Steps = [Ship, new(MockCue.Notification, 1, ReasonForMessage.StatusChange, new(word))],
        };
        await using var world = await World.OfAsync(World.Lends("CHICO", scenario));
        await world.SubmitAsync();
        await BringToAsync(world, from);

        await world.StaffAsync(Trigger.SendGeneralMessage, new() { Text = Late });

        await world.StandsAtAsync(to);
        Assert.Equal([Verdict.Applied], await world.VerdictsAsync(word == "Overdue" ? Trigger.PartnerOverdue : Trigger.PartnerRecalled));
    }

    [Fact]
    public async Task Loaned_with_a_later_due_date_after_Overdue_is_a_renewal()
    {
        var scenario = new MockScenario("renews-by-loaned", "")
        {
            Steps =
            [
                Ship,
                new(MockCue.Notification, 1, ReasonForMessage.StatusChange, SupplyStatus.Overdue) { UnlessNoteSays = "renew" },
                new(MockCue.Notification, 1, ReasonForMessage.StatusChange, SupplyStatus.Loaned) { UnlessNoteSays = "late", DueInDays = 60 },
            ],
        };
        await using var world = await World.OfAsync(World.Lends("CHICO", scenario));
        await world.SubmitAsync();
        await world.LendAsync();
        await world.StaffAsync(Trigger.SendGeneralMessage, new() { Text = Late });
        await world.StandsAtAsync(BorrowingStatus.OverdueRequest);

        await world.StaffAsync(Trigger.SendGeneralMessage, new() { Text = Renew });

        await world.StandsAtAsync(BorrowingStatus.RenewedByPartner);
    }

    [Fact]
    public async Task A_recall_on_the_way_has_the_item_go_back_as_soon_as_it_arrives()
    {
        await using var world = await World.WithAsync("recalled-in-transit");
        await world.SubmitAsync();

        await world.StaffAsync(Trigger.Receive);

        await world.StandsAtAsync(BorrowingStatus.PhysicallyReceivedByLibrary);
        Assert.True(world.Alerted("ReturnAtOnce"));
    }

    [Fact]
    public async Task Unfilled_inside_a_note_is_a_note()
    {
        var scenario = new MockScenario("unfilled-note", "")
        {
            Steps =
            [
                new(MockCue.Request, 1, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply),
                new(MockCue.Request, 2, ReasonForMessage.Notification, SupplyStatus.Unfilled) { Note = "We can't find it after all." },
            ],
        };
        await using var world = await World.OfAsync(World.Lends("CHICO", scenario), World.Lends("CSUN", "loaned"));

        await world.SubmitAsync();

        await world.StandsAtAsync(BorrowingStatus.WillSupply);
        Assert.Single((await world.FindAsync()).Messages);
    }

    [Fact]
    public async Task A_note_of_a_lender_that_was_passed_over_is_kept_and_moves_nothing()
    {
        var scenario = Lingering(new(MockCue.Cancel, 1, ReasonForMessage.Notification, SupplyStatus.Unfilled) { Note = "We were about to look." });
        await using var world = await World.OfAsync(World.Lends("CHICO", scenario), World.Lends("CSUN", "silent"));

        await world.SubmitAsync();
        await world.PassAsync(TimeSpan.FromDays(6), steps: 12);

        await world.StandsAtAsync(BorrowingStatus.RequestSentToPartner);
        var request = await world.FindAsync();
        Assert.Equal(("CSUN", "CHICO"), (request.Active!.Partner, Assert.Single(request.Messages).Partner));
    }

    [Fact]
    public async Task A_rejection_from_a_lender_that_was_passed_over_does_not_move_the_rota()
    {
        var scenario = Lingering(new(MockCue.Cancel, 1, ReasonForMessage.StatusChange, SupplyStatus.Unfilled) { ReasonUnfilled = "NotOnShelf" });
        await using var world = await World.OfAsync(World.Lends("CHICO", scenario), World.Lends("CSUN", "silent"));

        await world.SubmitAsync();
        await world.PassAsync(TimeSpan.FromDays(6), steps: 12);

        await world.StandsAtAsync(BorrowingStatus.RequestSentToPartner);
        Assert.Equal("CSUN", (await world.FindAsync()).Active!.Partner);
        Assert.Equal([Verdict.FromInactivePartner], await world.VerdictsAsync(Trigger.PartnerRejected));
    }

    [Fact]
    [Clause("FI-16")]
    public async Task A_lender_that_ships_after_it_was_passed_over_can_be_taken_at_its_word()
    {
        var scenario = Lingering(new(MockCue.Cancel, 1, ReasonForMessage.StatusChange, SupplyStatus.Loaned) { DueInDays = 30 });
        await using var world = await World.OfAsync(World.Lends("CHICO", scenario), World.Lends("CSUN", "cancel-yes"));
        await world.SubmitAsync();
        await world.PassAsync(TimeSpan.FromDays(6), steps: 12);
        await world.StandsAtAsync(BorrowingStatus.RequestSentToPartner);

        await world.StaffAsync(Trigger.AcceptLateShipment, partner: "CHICO");

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        Assert.Equal("CHICO", (await world.FindAsync()).Active!.Partner);
        Assert.Equal(SupplyStatus.Cancelled, world["CSUN"].Mock.StatusOf(World.R));
    }

    [Fact]
    public async Task A_shipment_after_the_close_is_told_to_staff()
    {
        var scenario = Lingering(new(MockCue.Cancel, 1, ReasonForMessage.StatusChange, SupplyStatus.Loaned) { DueInDays = 30 });
        await using var world = await World.OfAsync(World.Lends("CHICO", scenario));

        await world.SubmitAsync();
        await world.PassAsync(TimeSpan.FromDays(6), steps: 12);

        await world.StandsAtAsync(BorrowingStatus.Expired);
        Assert.True(world.Alerted("ShippedAfterClose"));
    }

    [Fact]
    public async Task Two_people_who_receive_the_same_item_receive_it_once()
    {
        await using var world = await World.WithAsync("loaned");
        await world.SubmitAsync();

        var results = await Task.WhenAll(
            Task.Run(async () => await world.FireAsync(Trigger.Receive, Actor.Staff)),
            Task.Run(async () => await world.FireAsync(Trigger.Receive, Actor.Staff)));
        await world.SettleAsync();

        Assert.Equal([Verdict.Applied, Verdict.Refused], results.Select(result => result.Verdict).Order());
        Assert.Equal(1, world["CHICO"].Mock.Tally.Of(MockCue.Received));
    }

    [Fact]
    public async Task A_cancellation_at_the_moment_of_the_shipment_ends_in_shipped_whichever_is_first()
    {
        await using var world = await World.WithAsync("loaned");
        await world.SubmitOnlyAsync();
        await world.WorkAsync();
        await world.WorkAsync();
        await world.StandsAtAsync(BorrowingStatus.RequestSentToPartner);
        await world.AdvanceAsync(TimeSpan.FromSeconds(1));

        await Task.WhenAll(
            Task.Run(world["CHICO"].SpeakAsync),
            Task.Run(async () => await world.FireAsync(Trigger.CancelByStaff, Actor.Staff)));
        await world.SettleAsync();

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
    }

    [Fact]
    public async Task A_shipment_at_the_moment_of_expiry_is_either_in_time_or_kept()
    {
        var scenario = new MockScenario("last-minute", "") { HasHabits = false, Steps = [Ship] };
        await using var world = await World.OfAsync(
            new Lender("CHICO", scenario, Iso18626Version.V1_2, null) { Delay = TimeSpan.FromHours(23) }, World.Lends("CSUN", "silent"));
        await world.SubmitAsync();
        await world.AdvanceAsync(TimeSpan.FromDays(7));

        await Task.WhenAll(Task.Run(world["CHICO"].SpeakAsync), Task.Run(world.WorkAsync));
        await world.SettleAsync();

        var request = await world.FindAsync();
        var wasInTime = request.Status == BorrowingStatus.ShippedPhysically;
        await world.StandsAtAsync(wasInTime ? BorrowingStatus.ShippedPhysically : BorrowingStatus.RequestSentToPartner);
        Assert.Equal(wasInTime ? "CHICO" : "CSUN", request.Active!.Partner);
        Assert.Equal(wasInTime ? EntryState.Shipped : EntryState.Expired, request.Rota[0].State);
        Assert.True(request.Rota[0].HasShipped);
        Assert.Equal([wasInTime ? Verdict.Applied : Verdict.FromInactivePartner], await world.VerdictsAsync(Trigger.PartnerShipped));
    }

    [Fact]
    public async Task A_message_under_another_agencys_name_is_an_error_and_leaves_no_trace()
    {
        await using var world = await World.WithAsync("wrong-agency");

        await world.SubmitAsync();

        await world.StandsAtAsync(BorrowingStatus.RequestSentToPartner);
        Assert.Equal((0, 1), (world["CHICO"].Mock.Tally.Sent, world["CHICO"].Mock.Tally.Objected));
        Assert.DoesNotContain(await world.Workflow.HistoryAsync(new(World.R)), one => one.By == Actor.Partner);
    }

    [Theory]
    [InlineData("CSUN", "key of CHICO", HttpStatusCode.OK)]
    [InlineData("CHICO", "key of CSUN", HttpStatusCode.OK)]
    [InlineData("CHICO", "no key", HttpStatusCode.Unauthorized)]
    [InlineData("CHICO", null, HttpStatusCode.Unauthorized)]
    public async Task A_lender_that_is_not_who_it_says_is_not_heard(string sender, string? key, HttpStatusCode expected)
    {
        await using var world = await World.OfAsync(World.Lends("CHICO", "silent"), World.Lends("CSUN", "silent"));
        await world.SubmitAsync();

        var (code, isOk) = await PostAsync(world, Shipment(sender), key);

        Assert.Equal((expected, false), (code, isOk));
        await world.StandsAtAsync(BorrowingStatus.RequestSentToPartner);
        Assert.DoesNotContain(await world.Workflow.HistoryAsync(new(World.R)), one => one.By == Actor.Partner);
    }

    [Fact]
    public async Task A_message_about_a_request_that_is_not_there_is_an_error()
    {
        await using var world = await World.WithAsync("silent");

        Assert.Equal((HttpStatusCode.OK, false), await PostAsync(world, Shipment("CHICO"), "key of CHICO"));
    }

    /// <summary>A lender that lets its time pass, and speaks when it is told that it is too late.</summary>
    private static MockScenario Lingering(MockStep word) => new("lingering", "") { HasHabits = false, Steps = [word] };

    private static Iso18626Message Shipment(string sender) => new(Iso18626Version.V1_2, new SupplyingAgencyMessage
    {
        Header = new()
        {
            SupplyingAgencyId = new("ISIL", $"US-{sender}"),
            RequestingAgencyId = new("ISIL", "US-CASDS"),
            Timestamp = new DateTimeOffset(2026, 9, 1, 13, 0, 0, TimeSpan.Zero),
            RequestingAgencyRequestId = World.R,
        },
        MessageInfo = new() { ReasonForMessage = ReasonForMessage.StatusChange },
        StatusInfo = new() { Status = SupplyStatus.Loaned, LastChange = new DateTimeOffset(2026, 9, 1, 13, 0, 0, TimeSpan.Zero) },
    });

    private static async Task<(HttpStatusCode Code, bool IsOk)> PostAsync(World world, Iso18626Message message, string? key)
    {
        using var http = new HttpClient();
        using var content = new ByteArrayContent(Iso18626Writer.Write(message));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        if (key is not null)
        {
            http.DefaultRequestHeaders.Add("X-Api-Key", key);
        }

        using var response = await http.PostAsync(new Uri($"{world.Address}/iso18626"), content);
        var answer = Iso18626Reader.Read(await response.Content.ReadAsByteArrayAsync()).Message?.Body as SupplyingAgencyMessageConfirmation;
        return (response.StatusCode, answer?.ConfirmationHeader.MessageStatus == MessageStatus.Ok);
    }

    private static async Task BringToAsync(World world, BorrowingStatus status)
    {
        if (status == BorrowingStatus.PhysicallyReceivedByLibrary)
        {
            await world.StaffAsync(Trigger.Receive);
        }
        else if (status != BorrowingStatus.ShippedPhysically)
        {
            await world.LendAsync();
            if (status != BorrowingStatus.LoanedItemToPatron)
            {
                await world.StaffAsync(status == BorrowingStatus.ReturnedByPatron ? Trigger.ReturnAtBranch : Trigger.ReturnToPartner);
            }
        }

        await world.StandsAtAsync(status);
    }
}
