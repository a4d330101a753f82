using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Iso18626.Sending;
using BorrowingWorkflow.Iso18626.Tests.Transport;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Iso18626.Tests.Mapping;

/// <summary>What each effect becomes, in both versions, written and read again.</summary>
public class OutboundMessageTests
{
    private static readonly AgencyId Sdsu = new("ISIL", "US-SDSU");
    private static readonly Peer Csun = new() { Partner = "CSUN", Agency = new("ISIL", "US-CSUN"), Endpoint = new("http://localhost:1/") };

    public static TheoryData<Iso18626Version, EffectKind, string?, string?, string, string?> Messages => new()
    {
        { Iso18626Version.V1_2, EffectKind.SendCancel, null, null, "Cancel", null },
        { Iso18626Version.V1_2, EffectKind.TellPartner, "Cancel", null, "Cancel", null },
        { Iso18626Version.V1_2, EffectKind.SendReceived, null, null, "Received", null },
        { Iso18626Version.V1_2, EffectKind.SendReturned, null, null, "ShippedReturn", null },
        { Iso18626Version.V1_2, EffectKind.SendRenew, null, null, "Renew", null },
        { Iso18626Version.V1_2, EffectKind.SendLost, null, null, "Notification", "The item is lost." },
        { Iso18626Version.V1_2, EffectKind.SendNote, null, "Is it on its way?", "Notification", "Is it on its way?" },
        { Iso18626Version.V1_2, EffectKind.SendNote, "Damaged", null, "Notification", "The item is damaged." },
        { Iso18626Version.V1_2, EffectKind.SendNote, "ReturnUndone", null, "Notification", "The item has not been sent back after all." },
        { Iso18626Version.V1_2, EffectKind.SendNote, "Something", null, "Notification", "Something" },
        { Iso18626Version.V1_2, EffectKind.SendConditionAnswer, "yes", null, "Notification", "The condition is accepted." },
        { Iso18626Version.V1_2, EffectKind.SendConditionAnswer, "no", null, "Notification", "The condition is not accepted." },
        { Iso18626Version.V1_2, EffectKind.AskPartner, null, null, "StatusRequest", null },
        { Iso18626Version.V2021_2, EffectKind.SendCancel, null, null, "Cancel", null },
        { Iso18626Version.V2021_2, EffectKind.SendLost, null, null, "Lost", null },
        { Iso18626Version.V2021_2, EffectKind.SendReturned, null, null, "ShippedReturn", null },
        { Iso18626Version.V2021_2, EffectKind.SendNote, null, "A note.", "Notification", "A note." },
        { Iso18626Version.V2021_2, EffectKind.AskPartner, null, null, "StatusRequest", null },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void An_effect_becomes_a_message(Iso18626Version version, EffectKind kind, string? detail, string? text, string action, string? note)
    {
        var message = Assert.IsType<RequestingAgencyMessage>(Sent(Sends.Of(kind, detail, text), version));

        Assert.Equal((action, note), (message.Action.Code, message.Note));
        Assert.Equal(Header(Sends.Decided), message.Header);
    }

    public static TheoryData<Iso18626Version, EffectKind, string?, bool, string> Requests => new()
    {
        { Iso18626Version.V1_2, EffectKind.SendRequest, null, false, "New" },
        { Iso18626Version.V1_2, EffectKind.RetrySend, null, false, "New" },
        { Iso18626Version.V1_2, EffectKind.RepeatSend, null, false, "New" },
        { Iso18626Version.V1_2, EffectKind.SendRequest, "Retry", true, "Retry" },
        { Iso18626Version.V1_2, EffectKind.RetrySend, null, true, "Retry" },
        { Iso18626Version.V1_2, EffectKind.RepeatSend, null, true, "Retry" },
        { Iso18626Version.V2021_2, EffectKind.SendRequest, null, false, "New" },
        { Iso18626Version.V2021_2, EffectKind.RepeatSend, null, true, "Retry" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_send_becomes_a_request_and_a_retry_once_the_partner_has_confirmed_it(
        Iso18626Version version, EffectKind kind, string? detail, bool wasConfirmed, string type)
    {
        var request = Assert.IsType<Request>(Sent(
            Sends.Of(kind, detail, change: r => r.Rota = [new RotaEntry("CSUN") { State = EntryState.Active, IsConfirmed = wasConfirmed }]), version));

        Assert.Equal(type, request.ServiceInfo!.RequestType.Code);
        Assert.Equal(type == "Retry" ? "R-1" : null, request.ServiceInfo.RequestingAgencyPreviousRequestId);
        Assert.Equal(Header(Sends.Decided), request.Header);
    }

    [Fact]
    [Clause("AP-8")]
    public void Two_messages_of_one_decision_to_one_partner_have_timestamps_of_their_own()
    {
        var answer = Of(Sends.Of(EffectKind.SendConditionAnswer, "no", id: "R-1/4/1"));
        var cancel = Of(Sends.Of(EffectKind.TellPartner, "Cancel", id: "R-1/4/2"));

        Assert.Equal(Sends.Decided, answer.Timestamp.Value);
        Assert.Equal(Sends.Decided.AddMilliseconds(1), cancel.Timestamp.Value);
    }

    [Theory]
    [InlineData("R-1/4/x")]
    [InlineData("R-1/4/0")]
    [InlineData("R-1/4/99999999999")]
    public void An_id_of_another_form_does_not_move_the_timestamp(string id) =>
        Assert.Equal(Sends.Decided, Of(Sends.Of(EffectKind.SendReceived, id: id)).Timestamp.Value);

    [Theory]
    [InlineData(EffectKind.NotifyPatron)]
    [InlineData(EffectKind.StartLocate)]
    public void What_is_no_message_to_a_partner_is_refused_by_name(EffectKind kind)
    {
        var refused = Assert.Throws<ArgumentException>(() => Of(Sends.Of(kind)));

        Assert.StartsWith($"{kind} is no message to a partner.", refused.Message, StringComparison.Ordinal);
    }

    private static MessageHeader Header(DateTimeOffset date) => new()
    {
        SupplyingAgencyId = Csun.Agency,
        RequestingAgencyId = Sdsu,
        Timestamp = date,
        RequestingAgencyRequestId = "R-1",
    };

    private static OutboundMessage Of(Ports.PartnerSend send, Iso18626Version version = Iso18626Version.V1_2) =>
        OutboundMessage.Of(send, Csun with { Version = version }, Sdsu, new());

    private static MessageBody Sent(Ports.PartnerSend send, Iso18626Version version)
    {
        var written = Iso18626Writer.Write(new(version, Of(send, version).Body));
        var read = Iso18626Reader.Read(written);
        Assert.Empty(read.Deviations);
        return read.Message!.Body;
    }
}
