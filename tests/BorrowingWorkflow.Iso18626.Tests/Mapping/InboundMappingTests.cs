using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Receiving;
using BorrowingWorkflow.Iso18626.Tests.Receiving;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Fakes;
using static BorrowingWorkflow.Iso18626.Tests.Receiving.FromSupplier;

namespace BorrowingWorkflow.Iso18626.Tests.Mapping;

/// <summary>What each row makes of a message, the request being where the row applies.</summary>
public class InboundMappingTests
{
    private static readonly ReasonForMessage Cancel = ReasonForMessage.CancelResponse;
    private static readonly ReasonForMessage Renew = ReasonForMessage.RenewResponse;
    private static readonly ReasonForMessage Asked = ReasonForMessage.StatusRequestResponse;

    [Theory]
    [InlineData("RequestReceived", Trigger.PartnerAcknowledged)]
    [InlineData("ExpectToSupply", Trigger.PartnerAccepted)]
    [InlineData("WillSupply", Trigger.PartnerWillSupply)]
    [InlineData("RetryPossible", Trigger.PartnerRetryPossible)]
    [InlineData("Unfilled", Trigger.PartnerRejected)]
    [InlineData("Loaned", Trigger.PartnerShipped)]
    [InlineData("CopyCompleted", Trigger.PartnerShippedDigitally)]
    [InlineData("Overdue", Trigger.PartnerOverdue)]
    [InlineData("Recalled", Trigger.PartnerRecalled)]
    [InlineData("Cancelled", Trigger.PartnerCancelled)]
    [InlineData("LoanCompleted", Trigger.PartnerCheckedIn)]
    [InlineData("CompletedWithoutReturn", Trigger.PartnerCompletedWithoutReturn)]
    [InlineData("HoldReturn", Trigger.ReceiveGeneralMessage)]
    [InlineData("ReleaseHoldReturn", Trigger.ReceiveGeneralMessage)]
    [InlineData("SomethingOfAPeers", Trigger.ReceiveGeneralMessage)]
    public async Task The_status_decides_in_an_answer_to_the_request_and_in_a_change_of_status(string status, Trigger trigger)
    {
        foreach (var reason in new[] { ReasonForMessage.RequestResponse, ReasonForMessage.StatusChange })
        {
            var input = await MapAsync(Says(new(status), reason));

            Assert.Equal((trigger, null, Actor.Partner), (input.Trigger, input.AndThen, input.By));
        }
    }

    [Theory]
    [InlineData("Notification")]
    [InlineData("AReasonOfAPeers")]
    [InlineData("")]
    public async Task With_any_other_reason_a_status_changes_nothing_and_is_a_general_message(string reason)
    {
        foreach (var status in new[] { "", "Loaned", "Unfilled", "Cancelled", "LoanCompleted", "Odd" })
        {
            var input = await MapAsync(Says(new(status), new(reason), "Please call us."));

            Assert.Equal((Trigger.ReceiveGeneralMessage, null), (input.Trigger, input.AndThen));
            Assert.Contains("Please call us.", input.Data.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_condition_or_a_cost_makes_a_promise_conditional()
    {
        var conditions = await MapAsync(Says(SupplyStatus.WillSupply).On("LibraryUseOnly", "SignatureRequired"));
        var cost = await MapAsync(Says(SupplyStatus.WillSupply).For(12.50m));
        var free = await MapAsync(Says(SupplyStatus.WillSupply).For(0m));

        Assert.Equal((Trigger.PartnerSetCondition, "LibraryUseOnly; SignatureRequired"), (conditions.Trigger, conditions.Data.Condition));
        Assert.Equal((Trigger.PartnerSetCondition, "12.50 USD"), (cost.Trigger, cost.Data.Cost));
        Assert.Equal(Trigger.PartnerWillSupply, free.Trigger);
    }

    [Fact]
    public async Task A_retry_says_why_on_which_terms_and_until_when()
    {
        var message = Says(SupplyStatus.RetryPossible, ReasonForMessage.RequestResponse);
        var input = await MapAsync(message with
        {
            MessageInfo = message.MessageInfo with { ReasonRetry = new("OnLoan") },
            RetryInfo = new()
            {
                Volume = ["2"],
                OfferedCosts = [new(5m, "EUR")],
                RetryAfter = Now.AddDays(10),
                RetryBefore = new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.FromHours(2)),
            },
        });

        Assert.Equal(Trigger.PartnerRetryPossible, input.Trigger);
        Assert.Equal("OnLoan", input.Data.Reason);
        Assert.Equal("OnLoan; volume: 2; not before: 2026-09-17 09:00 UTC", input.Data.Condition);
        Assert.Equal("5 EUR", input.Data.Cost);
        Assert.Equal((new DateTimeOffset(2026, 10, 1, 10, 0, 0, TimeSpan.Zero), TimeSpan.Zero), (input.Data.ReplyBy!.Value, input.Data.ReplyBy.Value.Offset));
    }

    [Fact]
    public async Task A_rejection_brings_its_reason_or_else_its_note()
    {
        Assert.Equal("NotOnShelf", (await MapAsync(Says(SupplyStatus.Unfilled, note: "Sorry").BecauseOf("NotOnShelf"))).Data.Reason);
        Assert.Equal("Sorry", (await MapAsync(Says(SupplyStatus.Unfilled, note: "Sorry"))).Data.Reason);
    }

    [Theory]
    [InlineData("Expired", null)]
    [InlineData("expired", null)]
    [InlineData(null, "The request has expired.")]
    [InlineData("Other", "EXPIRED")]
    public async Task A_rejection_that_says_expired_is_an_expiry(string? reason, string? note)
    {
        var message = Says(SupplyStatus.Unfilled, note: note);

        Assert.Equal(Trigger.PartnerExpired, (await MapAsync(reason is null ? message : message.BecauseOf(reason))).Trigger);
    }

    [Theory]
    [InlineData("Unfilled")]
    [InlineData("Cancelled")]
    public async Task What_was_shipped_is_taken_back(string status)
    {
        Assert.Equal(Trigger.PartnerUnshipped, (await MapAsync(Says(new(status)), BorrowingStatus.ShippedPhysically)).Trigger);
        Assert.NotEqual(Trigger.PartnerUnshipped, (await MapAsync(Says(new(status)), BorrowingStatus.PhysicallyReceivedByLibrary)).Trigger);
    }

    [Fact]
    public async Task A_shipment_brings_its_due_date_in_utc()
    {
        var input = await MapAsync(Says(SupplyStatus.Loaned).Due(new(2026, 10, 19, 17, 0, 0, TimeSpan.FromHours(-7))));

        Assert.Equal((Trigger.PartnerShipped, new DateTimeOffset(2026, 10, 20, 0, 0, 0, TimeSpan.Zero)), (input.Trigger, input.Data.DueDate));
        Assert.Equal(TimeSpan.Zero, input.Data.DueDate!.Value.Offset);
    }

    [Fact]
    public async Task A_due_date_without_a_time_lasts_to_the_end_of_the_day()
    {
        Assert.True(MessageTime.TryParse("2026-10-19", out var due));
        var message = Says(SupplyStatus.Loaned);

        var input = await MapAsync(message with { StatusInfo = message.StatusInfo with { DueDate = due } });

        Assert.Equal(new DateTimeOffset(2026, 10, 19, 23, 59, 59, TimeSpan.Zero), input.Data.DueDate);
    }

    [Fact]
    public async Task A_shipment_with_a_later_due_date_renews_what_is_overdue()
    {
        await using var desk = new ReceivingDesk();
        var request = await desk.World.RequestInAsync(BorrowingStatus.OverdueRequest);
        var standing = request.LenderDueDate ?? Now;

        Assert.Equal(Trigger.PartnerRenewed, Map(Says(SupplyStatus.Loaned).Due(standing.AddDays(1)), request).Trigger);
        Assert.Equal(Trigger.PartnerShipped, Map(Says(SupplyStatus.Loaned).Due(standing), request).Trigger);
        Assert.Equal(Trigger.PartnerShipped, Map(Says(SupplyStatus.Loaned), request).Trigger);
    }

    [Fact]
    public async Task The_answer_to_a_renewal_is_yes_or_no_or_told_by_the_due_date()
    {
        await using var desk = new ReceivingDesk();
        var request = await desk.World.RequestInAsync(BorrowingStatus.RenewRequested);
        var later = (request.LenderDueDate ?? Now).AddDays(14);

        var yes = Map(Answers(Renew, YesNo.Yes, SupplyStatus.Loaned).Due(later), request);
        Assert.Equal((Trigger.PartnerRenewed, later), (yes.Trigger, yes.Data.DueDate));
        Assert.Equal(Trigger.PartnerRefusedRenewal, Map(Answers(Renew, YesNo.No, SupplyStatus.Loaned).Due(later), request).Trigger);
        Assert.Equal(Trigger.PartnerRenewed, Map(Answers(Renew, default, SupplyStatus.Loaned).Due(later), request).Trigger);
        Assert.Equal(Trigger.ReceiveGeneralMessage, Map(Answers(Renew, default, SupplyStatus.Loaned).Due(Now.AddYears(-1)), request).Trigger);
        Assert.Equal(Trigger.ReceiveGeneralMessage, Map(Answers(Renew, new("perhaps"), SupplyStatus.Loaned, "Ask again"), request).Trigger);
    }

    [Theory]
    [InlineData("Y", "Cancelled", Trigger.PartnerAcceptedCancel, null)]
    [InlineData("Y", "Loaned", Trigger.PartnerAcceptedCancel, null)]
    [InlineData("Y", "", Trigger.PartnerAcceptedCancel, null)]
    [InlineData("N", "WillSupply", Trigger.PartnerRefusedCancel, null)]
    [InlineData("N", "Loaned", Trigger.PartnerRefusedCancel, Trigger.PartnerShipped)]
    [InlineData("N", "Cancelled", Trigger.PartnerRefusedCancel, null)]
    [InlineData("", "Cancelled", Trigger.PartnerAcceptedCancel, null)]
    [InlineData("", "Loaned", Trigger.PartnerRefusedCancel, Trigger.PartnerShipped)]
    [InlineData("", "WillSupply", Trigger.PartnerRefusedCancel, null)]
    [InlineData("", "", Trigger.PartnerRefusedCancel, null)]
    public async Task The_answer_to_a_cancellation_decides_and_the_status_where_there_is_none(string answer, string status, Trigger trigger, Trigger? then)
    {
        var input = await MapAsync(Answers(Cancel, new(answer), new(status)), BorrowingStatus.WaitingForCancelResponse);

        Assert.Equal((trigger, then), (input.Trigger, input.AndThen));
    }

    [Theory]
    [InlineData("Y", "Loaned", true)]
    [InlineData("N", "Cancelled", true)]
    [InlineData("Y", "Cancelled", false)]
    [InlineData("N", "Loaned", false)]
    [InlineData("", "Cancelled", false)]
    public async Task A_status_that_contradicts_the_answer_is_flagged(string answer, string status, bool isFlagged)
    {
        var input = await MapAsync(Answers(Cancel, new(answer), new(status), "As you like."), BorrowingStatus.WaitingForCancelResponse);

        Assert.Equal(isFlagged, input.Data.Unknown!["iso18626"].TryGetProperty("contradiction", out _));
        Assert.StartsWith("As you like.", input.Data.Text, StringComparison.Ordinal);
        Assert.Equal(isFlagged, input.Data.Text!.Contains("but the status is", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "DUPLICATE request id")]
    [InlineData("Duplicate", null)]
    public async Task A_duplicate_says_that_the_partner_has_it_where_the_fate_of_the_send_is_unknown(string? reason, string? note)
    {
        var message = Says(SupplyStatus.Unfilled, note: note);
        message = reason is null ? message : message.BecauseOf(reason);
        await using var desk = new ReceivingDesk();

        var input = Map(message, await desk.UncertainAsync());

        Assert.Equal((Trigger.Sent, Actor.System, "CSUN"), (input.Trigger, input.By, input.Partner));
        Assert.Equal(Trigger.PartnerRejected, (await MapAsync(message)).Trigger);
    }

    [Fact]
    public async Task A_duplicate_after_a_repetition_that_was_confirmed_is_about_the_repetition()
    {
        await using var repeats = new BorrowingWorld(new()
        {
            Partners = [new("CSUN") { Profile = new() { AnswersStatusRequests = false } }, new("CHICO")],
        });
        repeats.Partner("CSUN").OnRequest.StaysUnknown().Arrives();
        await repeats.RequestInAsync(BorrowingStatus.ReadyToBeSent);
        await repeats.AdvanceAsync(TimeSpan.FromDays(1));
        var request = await repeats.FindAsync("R-1");
        Assert.Equal(BorrowingStatus.RequestSentToPartner, request.Status);

        Assert.Equal(Trigger.Sent, Map(Says(SupplyStatus.Unfilled, note: "DUPLICATE"), request).Trigger);
    }

    [Fact]
    public async Task The_answer_to_a_question_settles_a_send_whose_fate_is_unknown()
    {
        await using var desk = new ReceivingDesk();
        var request = await desk.UncertainAsync();

        Assert.Equal((Trigger.Sent, null), Triggers(Map(Says(SupplyStatus.RequestReceived, Asked), request)));
        Assert.Equal((Trigger.Sent, null), Triggers(Map(Says(SupplyStatus.WillSupply, Asked), request)));
        Assert.Equal((Trigger.PartnerAcknowledged, Trigger.ReceiveGeneralMessage), Triggers(Map(Says(SupplyStatus.Loaned, Asked), request)));
        Assert.Equal((Trigger.PartnerAcknowledged, Trigger.ReceiveGeneralMessage), Triggers(Map(Says(SupplyStatus.Unfilled, Asked), request)));
    }

    [Fact]
    public async Task The_answer_to_a_question_is_otherwise_compared_and_recorded()
    {
        Assert.Equal((Trigger.PartnerAcknowledged, null), Triggers(await MapAsync(Says(SupplyStatus.WillSupply, Asked))));

        var input = await MapAsync(Says(SupplyStatus.Loaned, Asked, "On its way"));
        Assert.Equal((Trigger.ReceiveGeneralMessage, null), Triggers(input));
        Assert.Equal("Asked for the status, the partner says Loaned; here it is Request sent to partner.\nOn its way", input.Data.Text);
    }

    [Fact]
    public async Task A_note_is_told_as_it_is_and_what_it_leaves_out_is_added()
    {
        Assert.Equal("Will be late", (await MapAsync(Notes("Will be late", SupplyStatus.RequestReceived))).Data.Text);
        Assert.Equal("Notification, status Unfilled\nReason: NotOnShelf", (await MapAsync(Notes(null, SupplyStatus.Unfilled).BecauseOf("NotOnShelf"))).Data.Text);
        Assert.Equal("See below\nCondition: LibraryUseOnly\nCost: 3 USD", (await MapAsync(Notes("See below").On("LibraryUseOnly").For(3))).Data.Text);
        Assert.Equal("Do not return the item for now.\nWe ask the owner", (await MapAsync(Says(SupplyStatus.HoldReturn, note: "We ask the owner"))).Data.Text);
        Assert.Equal("The item may be returned.", (await MapAsync(Says(SupplyStatus.ReleaseHoldReturn))).Data.Text);
        Assert.Equal("(without text)", (await MapAsync(Says(default, new("")))).Data.Text);
    }

    [Fact]
    public async Task The_history_keeps_all_that_the_message_says()
    {
        var message = Says(SupplyStatus.Loaned, note: "Handle with care");
        var input = await MapAsync(message with
        {
            DeliveryInfo = new() { DateSent = Now, ItemId = ["31822", "31823"], Url = "https://lender.example/f/1" },
            ShippingInfo = new() { TrackingId = ["1Z999"] },
            ReturnInfo = new() { Name = "ILL office", PhysicalAddress = new() { Line1 = "1 Main St", Locality = "Northridge" } },
        });

        var record = input.Data.Unknown!["iso18626"];
        Assert.Equal("L-1", record.GetProperty("supplyingAgencyRequestId").GetString());
        Assert.Equal(["31822", "31823"], record.GetProperty("itemId").EnumerateArray().Select(item => item.GetString()!));
        Assert.Equal("1Z999", record.GetProperty("trackingId")[0].GetString());
        Assert.Equal(["1 Main St", "Northridge"], record.GetProperty("returnAddress").EnumerateArray().Select(line => line.GetString()!));
        Assert.Equal("Handle with care\nhttps://lender.example/f/1", input.Data.Text);
    }

    [Fact]
    public async Task Only_what_looked_at_the_request_depends_on_its_revision()
    {
        await using var desk = new ReceivingDesk();
        var request = await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);

        Assert.Null(Map(Says(SupplyStatus.WillSupply), request).IfRevision);
        Assert.Null(Map(Notes("Hello"), request).IfRevision);
        Assert.Null(Map(Answers(Cancel, YesNo.No, SupplyStatus.Loaned), request).IfRevision);
        Assert.Equal(request.Revision, Map(Says(SupplyStatus.Unfilled), request).IfRevision);
        Assert.Equal(request.Revision, Map(Says(SupplyStatus.Loaned).Due(Now.AddDays(30)), request).IfRevision);
        Assert.Equal(request.Revision, Map(Says(SupplyStatus.WillSupply, Asked), request).IfRevision);
    }

    private static (Trigger, Trigger?) Triggers(WorkflowInput input) => (input.Trigger, input.AndThen);

    private static WorkflowInput Map(SupplyingAgencyMessage message, BorrowingRequest request) =>
        InboundMapping.Map(message, new(Iso18626Version.V2021_2, message), request, "CSUN", "m-1");

    private static async Task<WorkflowInput> MapAsync(SupplyingAgencyMessage message, BorrowingStatus status = BorrowingStatus.RequestSentToPartner)
    {
        await using var desk = new ReceivingDesk();
        return Map(message, await desk.World.RequestInAsync(status));
    }
}
