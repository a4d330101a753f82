using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>What errors in confirmations mean, and what questions tell.</summary>
public class AnswerTests
{
    private const string Exists = "requestingAgencyRequestId: request with a given ID already exists";
    private const string NotFound = "requestingAgencyRequestId: request with a given ID not found";

    [Theory]
    [InlineData(NotFound, Delivery.NotDelivered)]
    [InlineData("R-1", Delivery.NotDelivered)]
    [InlineData(null, Delivery.NotDelivered)]
    [InlineData("supplyingAgencyId: supplying agency not found or invalid", Delivery.Unknown)]
    [InlineData("RequestingAgencyId/ISIL:US-SDSU", Delivery.Unknown)]
    public async Task A_partner_that_does_not_recognise_the_request_has_not_got_it(string? value, Delivery expected)
    {
        await using var wire = new Wire(Answers.Error(ErrorType.UnrecognisedDataValue, value));

        Assert.Equal(expected, await wire.SendAsync(Sends.AQuestion));
    }

    [Theory]
    [InlineData("UnsupportedActionType")]
    [InlineData("BadlyFormedMessage")]
    [InlineData("UnrecognisedDataElement")]
    public async Task A_partner_that_does_not_understand_the_question_has_not_said_no(string error)
    {
        await using var wire = new Wire(Answers.Error(new(error)));

        Assert.Equal(Delivery.Unknown, await wire.SendAsync(Sends.AQuestion));
    }

    [Fact]
    public async Task A_partner_that_can_not_be_reached_has_not_said_no()
    {
        using var closed = new ClosedPort();
        await using var wire = new Wire(peer: peer => peer with { Endpoint = closed.Endpoint });

        Assert.Equal(Delivery.Unknown, await wire.SendAsync(Sends.AQuestion));
    }

    [Theory]
    [InlineData(true, Delivery.Delivered)]
    [InlineData(false, Delivery.Unknown)]
    public async Task A_confirmed_question_is_a_yes_unless_the_partner_confirms_anything(bool confirmsOnlyKnown, Delivery expected)
    {
        await using var wire = new Wire(peer: peer => peer with { ConfirmsOnlyKnownRequests = confirmsOnlyKnown });

        Assert.Equal(expected, await wire.SendAsync(Sends.AQuestion));
    }

    [Fact]
    public async Task The_question_before_a_second_attempt_is_a_status_request_dated_now()
    {
        await using var wire = new Wire();
        wire.Clock.Advance(TimeSpan.FromMinutes(5));

        await wire.Transport.AskAsync(Sends.TheRequest);

        var asked = Assert.IsType<RequestingAgencyMessage>(Assert.Single(wire.Server.Requests).Message.Body);
        Assert.Equal(MessageAction.StatusRequest, asked.Action);
        Assert.Equal(Sends.Decided.AddMinutes(5), asked.Header.Timestamp!.Value.Value);
    }

    [Fact]
    public async Task CrossLink_that_has_the_request_already_has_it()
    {
        await using var wire = new Wire(Answers.Error(ErrorType.UnrecognisedDataValue, Exists), peer => peer with { Dialect = Dialect.CrossLink });

        Assert.Equal(Delivery.Delivered, await wire.SendAsync(Sends.Of(EffectKind.RepeatSend)));
        Assert.Equal(Delivery.Unknown, await wire.SendAsync(Sends.AQuestion));
    }

    [Fact]
    public async Task Another_partner_that_says_so_has_refused_it()
    {
        await using var wire = new Wire(Answers.Error(ErrorType.UnrecognisedDataValue, Exists));

        Assert.Equal(Delivery.NotDelivered, await wire.SendAsync(Sends.Of(EffectKind.RepeatSend)));
    }

    [Fact]
    public async Task ReShare_puts_the_error_into_the_header_and_its_own_time_first()
    {
        await using var wire = new Wire((request, stream) => Answers.Text(
            $"""
            <ISO18626Message xmlns="http://illtransactions.org/2013/iso18626" xmlns:ill="http://illtransactions.org/2013/iso18626" ill:version="1.0">
            <requestingAgencyMessageConfirmation><confirmationHeader>
            <supplyingAgencyId><agencyIdType>ISIL</agencyIdType><agencyIdValue>US-CSUN</agencyIdValue></supplyingAgencyId>
            <requestingAgencyId><agencyIdType>ISIL</agencyIdType><agencyIdValue>US-SDSU</agencyIdValue></requestingAgencyId>
            <timestamp>2026-09-07T09:30:00Z</timestamp>
            <requestingAgencyRequestId>R-1</requestingAgencyRequestId>
            <timestampReceived>{request.Header.Timestamp}</timestampReceived>
            <messageStatus>ERROR</messageStatus>
            <errorData><errorType>UnrecognisedDataValue</errorType><errorValue>R-1</errorValue></errorData>
            </confirmationHeader></requestingAgencyMessageConfirmation></ISO18626Message>
            """)(request, stream));

        Assert.Equal(Delivery.NotDelivered, await wire.SendAsync(Sends.AQuestion));
    }

    [Fact]
    public async Task A_cancel_that_nobody_waits_for_is_done_where_the_partner_has_not_got_the_request()
    {
        await using var wire = new Wire(Answers.Error(ErrorType.UnrecognisedDataValue, NotFound));

        Assert.Equal(Delivery.Delivered, await wire.SendAsync(Sends.Of(EffectKind.TellPartner, "Cancel")));
        Assert.Equal(Delivery.NotDelivered, await wire.SendAsync(Sends.Of(EffectKind.SendReceived)));
    }
}
