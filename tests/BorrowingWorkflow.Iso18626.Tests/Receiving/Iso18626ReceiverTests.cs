using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Fuzz;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Receiving;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;
using static BorrowingWorkflow.Iso18626.Tests.Receiving.FromSupplier;

namespace BorrowingWorkflow.Iso18626.Tests.Receiving;

public class Iso18626ReceiverTests
{
    [Fact]
    public async Task A_shipment_is_applied_and_confirmed()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);

        var receipt = await desk.TakeAsync(Says(SupplyStatus.Loaned).Due(Now.AddDays(42)));

        receipt.AssertOk();
        Assert.Equal((Verdict.Applied, "AP-14"), (receipt.Result!.Verdict, receipt.Result.Clause));
        var request = await desk.World.FindAsync("R-1");
        Assert.Equal((BorrowingStatus.ShippedPhysically, Now.AddDays(42)), (request.Status, request.LenderDueDate));
    }

    [Fact]
    public async Task A_confirmation_echoes_the_header_and_the_reason_in_the_version_of_the_message()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        desk.World.Clock.SetUtcNow(Now.AddMinutes(1));
        foreach (var version in Enum.GetValues<Iso18626Version>())
        {
            var receipt = await desk.TakeAsync(Says(SupplyStatus.WillSupply, ReasonForMessage.RequestResponse).At(Now.ToOffset(TimeSpan.FromHours(-7))), version: version);

            var (header, _) = receipt.Parts();
            Assert.Equal(version, receipt.Confirmation.Version);
            Assert.Equal((AgencyOf("CSUN"), Library, "R-1"), (header.SupplyingAgencyId, header.RequestingAgencyId, header.RequestingAgencyRequestId));
            Assert.Equal("2026-09-07T02:00:00-07:00", header.Timestamp?.Text);
            Assert.Equal(Now.AddMinutes(1), header.TimestampReceived?.Value);
            Assert.Equal(ReasonForMessage.RequestResponse, ((SupplyingAgencyMessageConfirmation)receipt.Confirmation.Body).ReasonForMessage);
        }
    }

    [Fact]
    public async Task The_same_message_again_is_confirmed_again_and_changes_nothing()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        await desk.TakeAsync(Says(SupplyStatus.Loaned));
        await desk.World.StaffAsync("R-1", Trigger.Receive);

        var again = await desk.TakeAsync(Says(SupplyStatus.Loaned));

        again.AssertOk();
        Assert.Equal((Verdict.Duplicate, Verdict.Applied), (again.Result!.Verdict, again.Result.First));
        Assert.Equal(BorrowingStatus.PhysicallyReceivedByLibrary, (await desk.World.FindAsync("R-1")).Status);
    }

    [Fact]
    public async Task Another_time_or_another_content_is_another_message()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);

        foreach (var message in new[] { Says("One"), Says("Two"), Says("One").At(Now.AddSeconds(1)) })
        {
            Assert.Equal(Verdict.Applied, (await desk.TakeAsync(message)).Result!.Verdict);
        }

        Assert.Equal(3, (await desk.World.FindAsync("R-1")).Messages.Count);
    }

    [Fact]
    public async Task A_message_out_of_sequence_is_kept_and_confirmed()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.PhysicallyReceivedByLibrary);

        var receipt = await desk.TakeAsync(Says(SupplyStatus.Unfilled));

        receipt.AssertOk();
        Assert.Equal(Verdict.OutOfSequence, receipt.Result!.Verdict);
    }

    [Fact]
    public async Task A_partner_of_the_rota_that_is_not_active_is_kept_and_confirmed()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);

        var receipt = await desk.TakeAsync(Says(SupplyStatus.Loaned, partner: "CHICO"), PeerIdentity.Of("CHICO"));

        receipt.AssertOk();
        Assert.Equal(Verdict.FromInactivePartner, receipt.Result!.Verdict);
        Assert.Equal(BorrowingStatus.RequestSentToPartner, receipt.Result.Status);
    }

    [Theory]
    [InlineData("R-404")]
    [InlineData(" not an id")]
    public async Task An_unknown_request_is_an_error_and_nothing_is_stored(string id)
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);

        var receipt = await desk.TakeAsync(Says(SupplyStatus.Loaned, request: id));

        receipt.AssertError(ErrorType.UnrecognisedDataValue, "requestingAgencyRequestId");
        Assert.Equal(1634, desk.Logger.LatestRecord.Id.Id);
    }

    [Fact]
    public async Task A_partner_outside_the_rota_learns_no_more_than_of_a_request_that_is_not_there()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        var before = await desk.World.Workflow.HistoryAsync("R-1");

        var outside = await desk.TakeAsync(Says(SupplyStatus.Loaned, partner: "SJSU"), PeerIdentity.Of("SJSU"));
        var unknown = await desk.TakeAsync(Says(SupplyStatus.Loaned, partner: "SJSU", request: "R-2"), PeerIdentity.Of("SJSU"));

        outside.AssertError(ErrorType.UnrecognisedDataValue, "requestingAgencyRequestId");
        Assert.Equal(
            unknown.Parts() with { Header = unknown.Parts().Header with { RequestingAgencyRequestId = "R-1" } },
            outside.Parts());
        Assert.Equal(before.Count, (await desk.World.Workflow.HistoryAsync("R-1")).Count);
    }

    [Fact]
    public async Task Nobody_speaks_in_anothers_name()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);

        (await desk.TakeAsync(Says(SupplyStatus.Loaned), PeerIdentity.Of("CHICO"))).AssertError(ErrorType.UnrecognisedDataValue, "supplyingAgencyId");
        (await desk.TakeAsync(Says(SupplyStatus.Loaned), PeerIdentity.Of())).AssertError(ErrorType.UnrecognisedDataValue, "supplyingAgencyId");

        Assert.Equal(BorrowingStatus.RequestSentToPartner, (await desk.World.FindAsync("R-1")).Status);
        Assert.Equal(1633, desk.Logger.LatestRecord.Id.Id);
    }

    [Fact]
    public async Task A_broker_speaks_for_several_and_an_anonymous_sender_for_all()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);

        (await desk.TakeAsync(Says("By a broker"), PeerIdentity.Of("SJSU", "CSUN"))).AssertOk();
        (await desk.TakeAsync(Says("By anybody"), PeerIdentity.Anonymous)).AssertOk();
    }

    [Fact]
    public async Task An_agency_that_no_peer_is_called_is_an_error()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);

        (await desk.TakeAsync(Says(SupplyStatus.Loaned, partner: "NOBODY"), PeerIdentity.Anonymous))
            .AssertError(ErrorType.UnrecognisedDataValue, "supplyingAgencyId");
    }

    [Fact]
    public async Task A_message_to_another_requesting_agency_than_the_requests_library_is_an_error()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        var message = Says(SupplyStatus.Loaned);

        var receipt = await desk.TakeAsync(message with { Header = message.Header with { RequestingAgencyId = new("ISIL", "US-OTHER") } });

        receipt.AssertError(ErrorType.UnrecognisedDataValue, "requestingAgencyId");
    }

    [Fact]
    public async Task A_library_without_an_agency_id_is_a_fault_of_the_host_and_not_of_the_sender()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        desk.Options.Libraries.Clear();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(async () => await desk.TakeAsync(Says(SupplyStatus.Loaned)));

        Assert.Contains("Library SDSU has no agency id", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a")]
    [InlineData("")]
    [InlineData("<ISO18626Message xmlns=\"http://illtransactions.org/2013/iso18626\"><other/></ISO18626Message>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    [InlineData("{\"status\":\"Loaned\"}")]
    public async Task What_is_no_message_is_badly_formed(string text)
    {
        await using var desk = new ReceivingDesk();

        var receipt = await desk.TakeAsync(text);

        receipt.AssertError(ErrorType.BadlyFormedMessage);
        Assert.NotNull(receipt.Fault);
        Assert.Equal(1631, desk.Logger.LatestRecord.Id.Id);
    }

    [Fact]
    public async Task What_is_too_large_is_badly_formed_and_says_what_it_was_about()
    {
        await using var desk = new ReceivingDesk();
        desk.Options.Limits = new() { MaxBytes = 2000 };

        var receipt = await desk.TakeAsync(Says(new string('x', 3000)));

        receipt.AssertError(ErrorType.BadlyFormedMessage);
        Assert.Equal(Iso18626FaultKind.TooLarge, receipt.Fault);
        Assert.Equal("R-1", receipt.Parts().Header.RequestingAgencyRequestId);
    }

    [Fact]
    public async Task Requests_and_requesters_messages_are_for_lenders()
    {
        await using var desk = new ReceivingDesk();
        var header = Says(SupplyStatus.Loaned).Header;
        foreach (var version in Enum.GetValues<Iso18626Version>())
        {
            var message = await desk.TakeAsync(new RequestingAgencyMessage { Header = header, Action = MessageAction.Cancel }, version: version);
            message.AssertError(ErrorType.UnsupportedActionType);
            Assert.Equal(MessageAction.Cancel, ((RequestingAgencyMessageConfirmation)message.Confirmation.Body).Action);
        }

        var request = await desk.TakeAsync(SampleMessages.Valid["1.2-request-loan"]);
        request.AssertError(ErrorType.UnsupportedActionType);
        Assert.IsType<RequestConfirmation>(request.Confirmation.Body);
    }

    [Fact]
    public async Task A_confirmation_is_no_message_of_its_own()
    {
        await using var desk = new ReceivingDesk();
        var receipt = await desk.TakeAsync(new RequestConfirmation
        {
            ConfirmationHeader = new() { Timestamp = Now, TimestampReceived = Now, MessageStatus = MessageStatus.Ok, RequestingAgencyRequestId = "R-1" },
        });

        receipt.AssertError(ErrorType.BadlyFormedMessage);
        Assert.Equal("R-1", receipt.Parts().Header.RequestingAgencyRequestId);
    }

    [Fact]
    public async Task A_store_that_fails_gives_no_confirmation_and_the_message_can_come_again()
    {
        var store = new UnavailableStore(new InMemoryWorkflowStore());
        await using var desk = new ReceivingDesk(store: store);
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        store.Fails = true;

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await desk.TakeAsync(Says(SupplyStatus.Loaned)));
        store.Fails = false;

        Assert.Equal(Verdict.Applied, (await desk.TakeAsync(Says(SupplyStatus.Loaned))).Result!.Verdict);
    }

    [Fact]
    public async Task A_message_that_was_read_is_taken_although_the_sender_has_gone()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        using var gone = new CancellationTokenSource();
        await using var stream = new LastWords(Iso18626Writer.Write(new(Iso18626Version.V1_2, Says(SupplyStatus.Loaned))), gone);

        var receipt = await desk.Receiver.ReceiveAsync(stream, PeerIdentity.Of("CSUN"), gone.Token);

        Assert.True(gone.IsCancellationRequested);
        Assert.Equal(Verdict.Applied, receipt.Result!.Verdict);
    }

    [Fact]
    public async Task A_duplicate_tells_once_that_the_partner_has_the_request_and_never_rejects_it_afterwards()
    {
        await using var desk = new ReceivingDesk(Dialect.Alma);
        await desk.UncertainAsync();
        var duplicate = Says(SupplyStatus.Unfilled, ReasonForMessage.RequestResponse, "DUPLICATE R-1");

        var first = await desk.TakeAsync(duplicate);
        var again = await desk.TakeAsync(duplicate);

        Assert.Equal((Verdict.Applied, "SE-1"), (first.Result!.Verdict, first.Result.Clause));
        again.AssertOk();
        Assert.Equal((Verdict.Duplicate, Verdict.Applied), (again.Result!.Verdict, again.Result.First));
        var request = await desk.World.FindAsync("R-1");
        Assert.Equal((BorrowingStatus.RequestSentToPartner, "CSUN"), (request.Status, request.Active?.Partner));
        Assert.Empty(request.Active!.UnknownSends);
    }

    [Fact]
    public async Task A_rejection_that_was_taken_stays_one_although_a_send_becomes_uncertain_afterwards()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner, new() { Partners = ["CSUN", "CHICO", "CSUN"] });
        var message = Says(SupplyStatus.Unfilled, note: "DUPLICATE");
        Assert.Equal(Trigger.PartnerRejected, await TriggerAsync(desk, message));
        await desk.World.Workflow.ExecuteAsync(new()
        {
            Request = "R-1", Trigger = Trigger.SendFailed, By = Actor.System, Partner = "CSUN", MessageId = "late", Data = new() { Outcome = SendOutcome.Unknown },
        });

        var again = await desk.TakeAsync(message);

        Assert.Equal(Verdict.Duplicate, again.Result!.Verdict);
    }

    [Fact]
    public async Task Where_the_request_moves_while_a_message_is_read_the_message_is_looked_at_again()
    {
        Func<Task>? meanwhile = null;
        await using var desk = new ReceivingDesk(between: workflow => new Interrupted(workflow, () => Interlocked.Exchange(ref meanwhile, null)?.Invoke() ?? Task.CompletedTask));
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        meanwhile = async () => await desk.World.PartnerAsync("R-1", "CSUN", Trigger.PartnerShipped);

        var receipt = await desk.TakeAsync(Says(SupplyStatus.Unfilled));

        Assert.Equal(Trigger.PartnerUnshipped, (await desk.LastAsync()).Trigger);
        Assert.Equal(Verdict.Applied, receipt.Result!.Verdict);
        Assert.Contains(desk.Logger.Collector.GetSnapshot(), record => record.Id.Id == 1639);
    }

    [Fact]
    public async Task Where_others_are_always_faster_there_is_no_confirmation()
    {
        var number = 0;
        ReceivingDesk? desk = null;
        await using var made = desk = new ReceivingDesk(between: workflow =>
            new Interrupted(workflow, async () => await desk!.World.StaffAsync("R-1", Trigger.AddNote, new() { Text = $"{++number}" })));
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(async () => await desk.TakeAsync(Says(SupplyStatus.Unfilled)));

        Assert.Equal(10, number);
        Assert.Equal(BorrowingStatus.RequestSentToPartner, (await desk.World.FindAsync("R-1")).Status);
    }

    [Fact]
    public async Task A_contradiction_is_flagged_in_the_log()
    {
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.WaitingForCancelResponse);

        var receipt = await desk.TakeAsync(Answers(ReasonForMessage.CancelResponse, YesNo.Yes, SupplyStatus.Loaned));

        Assert.Equal(Verdict.Applied, receipt.Result!.Verdict);
        Assert.Contains(desk.Logger.Collector.GetSnapshot(), record => record.Id.Id == 1637 && record.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task Nothing_that_a_message_says_of_a_patron_is_logged()
    {
        const string Secret = "Jane-Roe-lives-here";
        await using var desk = new ReceivingDesk();
        await desk.World.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        var message = Says(SupplyStatus.Loaned, note: Secret).BecauseOf(Secret).On(Secret);

        await desk.TakeAsync(message);
        await desk.TakeAsync(message with { Header = message.Header with { RequestingAgencyId = new("ISIL", Secret) } });
        await desk.TakeAsync(message with { Header = message.Header with { SupplyingAgencyId = new(Secret, Secret) } });
        await desk.TakeAsync($"<{Secret}><{Secret}>");
        await desk.TakeAsync(new SupplyingAgencyMessage { Header = message.Header with { RequestingAgencyRequestId = "R-2" }, MessageInfo = message.MessageInfo, StatusInfo = message.StatusInfo });

        Assert.NotEmpty(desk.Logger.Collector.GetSnapshot());
        Assert.DoesNotContain(desk.Logger.Collector.GetSnapshot(), record =>
            record.Message.Contains(Secret, StringComparison.Ordinal)
            || record.StructuredState!.Any(pair => pair.Value?.Contains(Secret, StringComparison.Ordinal) == true));
    }

    private static SupplyingAgencyMessage Says(string note) => Notes(note, SupplyStatus.WillSupply);

    private static SupplyingAgencyMessage Says(
        SupplyStatus status, ReasonForMessage? reason = null, string? note = null, string partner = "CSUN", string request = "R-1") =>
        FromSupplier.Says(status, reason, note, partner, request);

    private static async Task<Trigger> TriggerAsync(ReceivingDesk desk, SupplyingAgencyMessage message)
    {
        await desk.TakeAsync(message);
        return (await desk.LastAsync()).Trigger;
    }
}
