using System.Text;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Writing;

public sealed class WriterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);

    private static readonly MessageHeader Header = new()
    {
        SupplyingAgencyId = new("ISIL", "US-CSUN"),
        RequestingAgencyId = new("ISIL", "US-CASDS"),
        Timestamp = Now,
        RequestingAgencyRequestId = "SDSU-1",
    };

    private static readonly SupplyingAgencyMessage Loaned = new()
    {
        Header = Header,
        MessageInfo = new() { ReasonForMessage = ReasonForMessage.StatusChange },
        StatusInfo = new() { Status = SupplyStatus.Loaned, LastChange = Now },
    };

    public static TheoryData<string, Iso18626Version, MessageBody> Invalid => new()
    {
        { "/supplyingAgencyMessage/statusInfo/status is missing", default, Loaned with { StatusInfo = new() { LastChange = Now } } },
        { "/supplyingAgencyMessage/statusInfo/status has a code", default, Loaned with { StatusInfo = Loaned.StatusInfo with { Status = new("Gone") } } },
        { "/supplyingAgencyMessage/statusInfo/status has a code that the list of 1.2", default, Loaned with { StatusInfo = Loaned.StatusInfo with { Status = SupplyStatus.HoldReturn } } },
        { "/supplyingAgencyMessage/statusInfo/lastChange is missing", default, Loaned with { StatusInfo = new() { Status = SupplyStatus.Loaned } } },
        { "/supplyingAgencyMessage/messageInfo/reasonForMessage is missing", default, Loaned with { MessageInfo = new() } },
        { "/supplyingAgencyMessage/shippingInfo does not exist in 1.2", default, Loaned with { ShippingInfo = new() } },
        { "/supplyingAgencyMessage/retryInfo does not exist in 1.2", default, Loaned with { RetryInfo = new() { Edition = ["2nd"] } } },
        { "/supplyingAgencyMessage/messageInfo/offeredCosts stands 2 times", default, Loaned with { RetryInfo = new() { OfferedCosts = [new(1, "USD"), new(2, "EUR")] } } },
        { "/supplyingAgencyMessage/deliveryInfo/dateSent is missing", default, Loaned with { DeliveryInfo = new() } },
        { "/supplyingAgencyMessage/deliveryInfo/itemId stands 2 times; 1.2 allows 1.", default, Loaned with { DeliveryInfo = new() { DateSent = Now, ItemId = ["1", "2"] } } },
        { "/supplyingAgencyMessage/deliveryInfo/URL does not exist in 1.2", default, Loaned with { DeliveryInfo = new() { DateSent = Now, Url = "https://x.example" } } },
        { "/supplyingAgencyMessage/deliveryInfo/sentVia has a character", default, Loaned with { DeliveryInfo = new() { DateSent = Now, DeliveryMethod = new("\u0001") } } },
        { "/supplyingAgencyMessage/deliveryInfo/sentVia/@scheme is no URI", default, Loaned with { DeliveryInfo = new() { DateSent = Now, DeliveryMethod = new("a", " x") } } },
        { "/supplyingAgencyMessage/deliveryInfo/deliveryCosts/currencyCode is empty", default, Loaned with { DeliveryInfo = new() { DateSent = Now, DeliveryCosts = [new() { MonetaryValue = 1 }] } } },
        { "/supplyingAgencyMessage/deliveryInfo/deliveryCosts/monetaryValue is missing", default, Loaned with { DeliveryInfo = new() { DateSent = Now, DeliveryCosts = [new() { CurrencyCode = new("USD") }] } } },
        { "/supplyingAgencyMessage/header/requestingAgencyRequestId is empty", default, Loaned with { Header = Header with { RequestingAgencyRequestId = " " } } },
        { "/supplyingAgencyMessage/header/requestingAgencyRequestId has a character", default, Loaned with { Header = Header with { RequestingAgencyRequestId = "SDSU\u0000" } } },
        { "/supplyingAgencyMessage/header/requestingAgencyRequestId has a character", default, Loaned with { Header = Header with { RequestingAgencyRequestId = "SDSU\uD83D" } } },
        { "/supplyingAgencyMessage/header/supplyingAgencyId is missing", default, Loaned with { Header = Header with { SupplyingAgencyId = null } } },
        { "/supplyingAgencyMessage/header/supplyingAgencyId/agencyIdType is empty", default, Loaned with { Header = Header with { SupplyingAgencyId = new("", "US-CSUN") } } },
        { "/supplyingAgencyMessage/header/timestamp is missing", default, Loaned with { Header = Header with { Timestamp = null } } },
        { "/supplyingAgencyMessage/header/consortialId does not exist in 1.2", default, Loaned with { Header = Header with { ConsortialId = new("ISIL", "US-CSU") } } },
        { "/supplyingAgencyMessage/header/multipleItemRequestId does not exist in 2021-2", Iso18626Version.V2021_2, Loaned with { Header = Header with { MultipleItemRequestId = "G" } } },
        { "/request/serviceInfo is missing; 2021-2 demands it", Iso18626Version.V2021_2, new Request { Header = Header } },
        { "/request/serviceInfo/serviceType is missing", default, new Request { Header = Header, ServiceInfo = new() } },
        { "/request/serviceInfo/requestSubType stands 4 times; 1.2 allows 3", default, new Request { Header = Header, ServiceInfo = new() { ServiceType = ServiceType.Loan, RequestSubType = [RequestSubType.PatronRequest, RequestSubType.PatronRequest, RequestSubType.PatronRequest, RequestSubType.PatronRequest] } } },
        { "/request/serviceInfo/preferredEdition does not exist in 1.2", default, new Request { Header = Header, ServiceInfo = new() { ServiceType = ServiceType.Loan, PreferredEdition = PreferredEdition.ThisEdition } } },
        { "/request/billingInfo/address has 0 of electronicAddress and physicalAddress", default, new Request { Header = Header, BillingInfo = new() { Address = new() } } },
        { "/request/billingInfo/address has 2 of electronicAddress and physicalAddress", default, new Request { Header = Header, BillingInfo = new() { Address = new() { ElectronicAddress = new("Email", "a"), PhysicalAddress = new() } } } },
        { "/request/billingInfo/address/physicalAddress/region has a scheme", Iso18626Version.V2021_2, new Request { Header = Header, ServiceInfo = new() { ServiceType = ServiceType.Loan }, BillingInfo = new() { Address = new() { PhysicalAddress = new() { Region = new("US-CA", "urn:x") } } } } },
        { "/request/supplierInfo/sortOrder is negative", Iso18626Version.V2021_2, new Request { Header = Header, ServiceInfo = new() { ServiceType = ServiceType.Loan }, SupplierInfo = [new() { SortOrder = -1 }] } },
        { "/requestingAgencyMessage/action is missing", default, new RequestingAgencyMessage { Header = Header } },
        { "/requestingAgencyMessage/action has a code that the list of 1.2", default, new RequestingAgencyMessage { Header = Header, Action = MessageAction.Lost } },
        { "/requestConfirmation/confirmationHeader/messageStatus is missing", default, new RequestConfirmation { ConfirmationHeader = new() { Timestamp = Now, TimestampReceived = Now } } },
        { "/requestConfirmation/errorData stands 2 times", default, new RequestConfirmation { ConfirmationHeader = new() { Timestamp = Now, TimestampReceived = Now, MessageStatus = MessageStatus.Error }, ErrorData = [new(), new()] } },
        { "/@version is none of the versions", (Iso18626Version)7, Loaned },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void What_its_version_does_not_allow_is_refused_by_name(string problem, Iso18626Version version, MessageBody body)
    {
        var error = Assert.Throws<InvalidMessageException>(() => Iso18626Writer.Write(new(version, body)));
        Assert.StartsWith(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal("message", error.ParamName);
        Assert.StartsWith($"{error.Path} {error.Problem}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tab\tand\r\nline", "tab\tand\r\nline")]
    [InlineData("a\u0000b\u001Bc\uFFFEd", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("whole 😀", "whole 😀")]
    public void What_XML_cannot_carry_does_not_stop_a_note(string note, string arrives)
    {
        var written = Iso18626Writer.Write(new(Iso18626Version.V1_2, Loaned with { MessageInfo = Loaned.MessageInfo with { Note = note } }));
        Assert.Equal(arrives, ((SupplyingAgencyMessage)Iso18626Reader.Read(written).Message!.Body).MessageInfo.Note);
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_stop_a_note_either()
    {
        // An attribute of a test could not hold them.
        What_XML_cannot_carry_does_not_stop_a_note("half \uD83D of a pair", "half \uFFFD of a pair");
        What_XML_cannot_carry_does_not_stop_a_note("\uDE00\uD83D", "\uFFFD\uFFFD");
    }

    [Fact]
    public void A_message_is_written_as_UTF_8_without_a_mark_and_with_qualified_attributes()
    {
        var written = Iso18626Writer.Write(new(Iso18626Version.V1_2, Loaned with { MessageInfo = Loaned.MessageInfo with { ReasonUnfilled = new("é", "urn:s") } }));
        Assert.StartsWith(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><ISO18626Message ill:version=\"1.2\" xmlns:ill=\"http://illtransactions.org/2013/iso18626\" xmlns=\"http://illtransactions.org/2013/iso18626\"><supplyingAgencyMessage><header>",
            Encoding.UTF8.GetString(written), StringComparison.Ordinal);
        Assert.Contains("<reasonUnfilled ill:scheme=\"urn:s\">é</reasonUnfilled>", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
    }

    [Fact]
    public void In_1_2_a_request_that_belongs_to_no_group_has_an_empty_group_id()
    {
        var written = Encoding.UTF8.GetString(Iso18626Writer.Write(new(Iso18626Version.V1_2, Loaned)));
        Assert.Contains("<multipleItemRequestId></multipleItemRequestId>", written, StringComparison.Ordinal);
        Assert.DoesNotContain("multipleItemRequestId", Encoding.UTF8.GetString(Iso18626Writer.Write(new(Iso18626Version.V2021_2, Loaned))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_odd_time_is_written_as_the_schema_wants_it()
    {
        var read = MessageText.Read(MessageText.Supplier(status: "<statusInfo><status>Loaned</status><dueDate>2026-12-24</dueDate><lastChange>2026-11-25T10:00:00.123456789+0100</lastChange></statusInfo>"));
        var written = Encoding.UTF8.GetString(Iso18626Writer.Write(read.Message!));
        Assert.Contains("<dueDate>2026-12-24T00:00:00</dueDate><lastChange>2026-11-25T10:00:00.1234567+01:00</lastChange>", written, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_kept_aside_is_not_written()
    {
        var read = MessageText.Read(MessageText.Supplier("<colour>blue</colour>"));
        var again = Iso18626Reader.Read(Iso18626Writer.Write(read.Message!));
        Assert.Equal(read.Message! with { Extensions = [] }, again.Message);
    }
}
