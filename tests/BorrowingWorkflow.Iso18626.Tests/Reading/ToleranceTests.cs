using System.Text;
using BorrowingWorkflow.Iso18626.Fuzz;
using BorrowingWorkflow.Iso18626.Messages;
using static BorrowingWorkflow.Iso18626.Tests.MessageText;

namespace BorrowingWorkflow.Iso18626.Tests.Reading;

public sealed class ToleranceTests
{
    [Fact]
    public void A_Notification_may_have_an_empty_status()
    {
        var read = Iso18626Reader.Read(SampleMessages.Tolerated["empty-status-in-notification"]);
        Assert.Equal(["EmptyCode /supplyingAgencyMessage/statusInfo/status"], read.Tolerated());
        var message = Assert.IsType<SupplyingAgencyMessage>(read.Message!.Body);
        Assert.True(message.StatusInfo.Status.IsEmpty);
        Assert.Equal("Shelf check in the morning.", message.MessageInfo.Note);
    }

    [Fact]
    public void What_only_others_know_is_kept_aside_with_its_place()
    {
        var read = Iso18626Reader.Read(SampleMessages.Tolerated["private-data"]);
        Assert.Equal(
            ["OddValue /supplyingAgencyMessage/header/timestamp", "UnknownElement /supplyingAgencyMessage/messageInfo/queue", "UnknownElement /supplyingAgencyMessage/statusInfo/statusNote"],
            read.Tolerated());
        Assert.Equal(
            [
                new("/supplyingAgencyMessage/messageInfo", "queue", "<x:queue xmlns:x=\"urn:example:private\" x:level=\"2\">night <b xmlns=\"http://illtransactions.org/2013/iso18626\">shift</b></x:queue>"),
                new("/supplyingAgencyMessage/statusInfo", "statusNote", "<statusNote lang=\"en\" xmlns=\"http://illtransactions.org/2013/iso18626\">on the van</statusNote>"),
            ],
            read.Message!.Extensions);
        Assert.Equal("#seq:3#", ((SupplyingAgencyMessage)read.Message.Body).MessageInfo.Note);
    }

    [Fact]
    public void Attributes_that_nobody_knows_are_kept_and_those_for_validators_passed_over()
    {
        var read = MessageText.Read(Root(
            $"<requestingAgencyMessage id=\"x7\">{Header}<action>Cancel</action></requestingAgencyMessage>",
            " ill:version=\"1.2\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\" priority=\"9\""));
        Assert.Equal(["UnknownAttribute /@priority", "UnknownAttribute /requestingAgencyMessage/@id"], read.Tolerated());
        Assert.Equal([new("/", "@priority", "9"), new("/requestingAgencyMessage", "@id", "x7")], read.Message!.Extensions);
    }

    [Fact]
    public void Elements_stand_in_the_order_of_either_version_or_in_none()
    {
        var read = Iso18626Reader.Read(SampleMessages.Tolerated["order-of-the-other-version"]);
        Assert.Equal(
            [
                "OddValue /request/header/timestamp",
                "OtherOrder /request/bibliographicInfo/bibliographicItemId/bibliographicItemIdentifier",
                "OtherVersion /request/serviceInfo/itemFormat",
            ],
            read.Tolerated());
        var request = Assert.IsType<Request>(read.Message!.Body);
        Assert.Equal("9780441478125", Assert.Single(request.BibliographicInfo.BibliographicItemId).BibliographicItemIdentifier);
        Assert.Equal(new Code("Printed"), request.ServiceInfo!.ItemFormat);
    }

    [Theory]
    [InlineData("", Iso18626Version.V1_2, "NoVersion /")]
    [InlineData(" ill:version=\"\"", Iso18626Version.V1_2, "NoVersion /")]
    [InlineData(" version=\"1.2\"", Iso18626Version.V1_2, null)]
    [InlineData(" version=\"2021-2\"", Iso18626Version.V2021_2, null)]
    [InlineData(" ill:version=\"1.0\"", Iso18626Version.V1_2, "UnknownVersion /")]
    [InlineData(" ill:version=\"1.1\"", Iso18626Version.V1_2, "UnknownVersion /")]
    [InlineData(" ill:version=\"2021-1\"", Iso18626Version.V2021_2, "UnknownVersion /")]
    [InlineData(" ill:version=\"1.3\"", Iso18626Version.V2021_2, "UnknownVersion /")]
    [InlineData(" ill:version=\"banana\"", Iso18626Version.V1_2, "UnknownVersion /")]
    public void The_version_may_be_missing_or_wrong(string attribute, Iso18626Version version, string? deviation)
    {
        var read = MessageText.Read(Root($"<requestingAgencyMessage>{Header}<action>Cancel</action></requestingAgencyMessage>", attribute));
        Assert.Equal(version, read.Message!.Version);

        // 2021-2 has no multipleItemRequestId in this header.
        Assert.Equal(deviation is null ? [] : [deviation], read.Tolerated().Where(line => !line.EndsWith("multipleItemRequestId", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_a_version_an_element_of_the_newer_one_tells()
    {
        var read = MessageText.Read(Root($"<supplyingAgencyMessage>{Header}<messageInfo/><statusInfo><status>HoldReturn</status></statusInfo></supplyingAgencyMessage>", ""));
        Assert.Equal(Iso18626Version.V2021_2, read.Message!.Version);
    }

    [Theory]
    [InlineData("", " version=\"1.2\"")]
    [InlineData("xmlns=\"http://illtransactions.org/2013/iso18626/\"", " version=\"1.2\"")]
    [InlineData("xmlns=\"https://illtransactions.org/2013/iso18626\" xmlns:b=\"https://illtransactions.org/2013/iso18626\"", " b:version=\"1.2\"")]
    public void The_namespace_may_be_missing_or_another_one(string namespaces, string version)
    {
        var read = MessageText.Read(Root($"<requestingAgencyMessage>{Header}<action>Cancel</action></requestingAgencyMessage>", version, namespaces));
        Assert.Equal(["OtherNamespace /"], read.Tolerated());
        Assert.Equal(MessageAction.Cancel, ((RequestingAgencyMessage)read.Message!.Body).Action);
    }

    [Fact]
    public void Any_prefix_will_do()
    {
        var text = Encoding.UTF8.GetString(SampleMessages.Valid["1.2-supplier-loaned"]);
        var prefixed = text.Replace("xmlns=", "xmlns:q=", StringComparison.Ordinal).Replace("</", "</q:", StringComparison.Ordinal)
            .Replace("<", "<q:", StringComparison.Ordinal).Replace("<q:?", "<?", StringComparison.Ordinal).Replace("<q:/q:", "</q:", StringComparison.Ordinal);
        var read = MessageText.Read(prefixed);
        Assert.Empty(read.Tolerated());
        Assert.Equal(Iso18626Reader.Read(SampleMessages.Valid["1.2-supplier-loaned"]).Message, read.Message);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    public void The_encoding_is_the_one_that_is_declared(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?>" + MessageText.Note("Ångström, ça va");
        byte[] bytes = [.. mark ? encoding.Preamble : [], .. encoding.GetBytes(text)];
        var read = Iso18626Reader.Read(bytes);
        Assert.Empty(read.Tolerated());
        Assert.Equal("Ångström, ça va", ((RequestingAgencyMessage)read.Message!.Body).Note);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("UCS-2")]
    public void A_text_that_was_declared_as_UTF_16_may_come_as_UTF_8(string declared)
    {
        var read = MessageText.Read($"<?xml version=\"1.0\" encoding=\"{declared}\"?>" + MessageText.Note("世界"));
        Assert.Equal(["OtherEncoding /"], read.Tolerated());
        Assert.Equal("世界", ((RequestingAgencyMessage)read.Message!.Body).Note);
    }

    [Fact]
    public void What_the_version_demands_may_be_absent()
    {
        var read = MessageText.Read(Root("<supplyingAgencyMessage><header><requestingAgencyRequestId>SDSU-1</requestingAgencyRequestId></header></supplyingAgencyMessage>"));
        Assert.Equal(
            [
                "Missing /supplyingAgencyMessage/header/supplyingAgencyId",
                "Missing /supplyingAgencyMessage/header/requestingAgencyId",
                "Missing /supplyingAgencyMessage/header/multipleItemRequestId",
                "Missing /supplyingAgencyMessage/header/timestamp",
                "Missing /supplyingAgencyMessage/messageInfo",
                "Missing /supplyingAgencyMessage/statusInfo",
            ],
            read.Tolerated());
        var message = (SupplyingAgencyMessage)read.Message!.Body;
        Assert.True(message.MessageInfo.ReasonForMessage.IsEmpty && message.StatusInfo.Status.IsEmpty && message.StatusInfo.LastChange is null);
    }

    [Fact]
    public void Codes_that_the_list_does_not_have_are_kept_in_their_place()
    {
        var read = MessageText.Read(Supplier(status: "<statusInfo><status> Lost in transit </status><lastChange>2026-11-25T10:00:00Z</lastChange></statusInfo>"));
        Assert.Equal(["UnknownCode /supplyingAgencyMessage/statusInfo/status"], read.Tolerated());
        var status = ((SupplyingAgencyMessage)read.Message!.Body).StatusInfo.Status;
        Assert.Equal("Lost in transit", status.Code);
        Assert.False(status.IsKnown);
    }

    [Fact]
    public void A_code_of_the_other_version_is_read_as_one_of_its_own()
    {
        var read = MessageText.Read(Root($"<requestingAgencyMessage>{Header}<action>Lost</action></requestingAgencyMessage>"));
        Assert.Equal(["OtherVersion /requestingAgencyMessage/action"], read.Tolerated());
        Assert.Equal(MessageAction.Lost, ((RequestingAgencyMessage)read.Message!.Body).Action);
    }

    [Fact]
    public void The_first_of_two_counts_and_the_second_is_kept_aside()
    {
        var read = MessageText.Read(Supplier("<note>one</note><note>two</note>"));
        Assert.Equal(["Repeated /supplyingAgencyMessage/messageInfo/note"], read.Tolerated());
        Assert.Equal("one", ((SupplyingAgencyMessage)read.Message!.Body).MessageInfo.Note);
        Assert.Contains(">two<", Assert.Single(read.Message.Extensions).Xml, StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_be_repeated_in_the_other_version_is_read_as_often_as_it_stands()
    {
        var read = MessageText.Read(Supplier(after: "<deliveryInfo><dateSent>2026-11-25T10:00:00Z</dateSent><itemId>1</itemId><itemId>2</itemId></deliveryInfo>"));
        Assert.Empty(read.Tolerated());
        Assert.Equal(["1", "2"], ((SupplyingAgencyMessage)read.Message!.Body).DeliveryInfo!.ItemId);
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_kept_aside_as_it_came()
    {
        var read = MessageText.Read(Supplier(
            "<offeredCosts><currencyCode>USD</currencyCode><monetaryValue>1.234,56 &amp; more</monetaryValue></offeredCosts>",
            status: "<statusInfo><status>Loaned</status><dueDate>end of term</dueDate><lastChange>2026-11-25T10:00:00Z</lastChange></statusInfo>"));
        Assert.Equal(
            [
                "UnreadableValue /supplyingAgencyMessage/messageInfo/offeredCosts/monetaryValue",
                "Missing /supplyingAgencyMessage/messageInfo/offeredCosts/monetaryValue",
                "UnreadableValue /supplyingAgencyMessage/statusInfo/dueDate",
            ],
            read.Tolerated());
        Assert.Equal(
            [
                new("/supplyingAgencyMessage/messageInfo/offeredCosts", "monetaryValue", "<monetaryValue>1.234,56 &amp; more</monetaryValue>"),
                new("/supplyingAgencyMessage/statusInfo", "dueDate", "<dueDate>end of term</dueDate>"),
            ],
            read.Message!.Extensions);
        var message = (SupplyingAgencyMessage)read.Message.Body;
        Assert.Equal([new Costs { CurrencyCode = new("USD") }], message.RetryInfo!.OfferedCosts);
        Assert.Null(message.StatusInfo.DueDate);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("N", false)]
    [InlineData("TRUE", true)]
    public void A_yes_may_stand_where_a_truth_value_should(string text, bool expected)
    {
        var read = MessageText.Read(Supplier(after: $"<deliveryInfo><dateSent>2026-11-25T10:00:00Z</dateSent><sentToPatron>{text}</sentToPatron></deliveryInfo>"));
        Assert.Equal(["OddValue /supplyingAgencyMessage/deliveryInfo/sentToPatron"], read.Tolerated());
        Assert.Equal(expected, ((SupplyingAgencyMessage)read.Message!.Body).DeliveryInfo!.SentToPatron);
    }

    [Fact]
    public void Comments_instructions_and_CDATA_do_not_break_a_text()
    {
        var read = MessageText.Read(MessageText.Note("one <!-- not this --><![CDATA[<two> & ]]><?nor this?>three"));
        Assert.Empty(read.Tolerated());
        Assert.Equal("one <two> & three", ((RequestingAgencyMessage)read.Message!.Body).Note);
    }

    [Fact]
    public void Elements_and_texts_where_none_belong_are_kept_aside()
    {
        var read = MessageText.Read(Root($"<requestingAgencyMessage>{Header}loose<action>Can<b>not</b>cel</action></requestingAgencyMessage>"));
        Assert.Equal(["StrayText /requestingAgencyMessage", "UnknownElement /requestingAgencyMessage/action/b"], read.Tolerated());
        Assert.Equal(MessageAction.Cancel, ((RequestingAgencyMessage)read.Message!.Body).Action);
    }

    [Fact]
    public void Of_two_messages_in_one_the_first_counts()
    {
        var one = $"<requestingAgencyMessage>{Header}<action>Cancel</action></requestingAgencyMessage>";
        var read = MessageText.Read(Root(one + one.Replace("Cancel", "Renew", StringComparison.Ordinal)));
        Assert.Equal(["Repeated /requestingAgencyMessage"], read.Tolerated());
        Assert.Equal(MessageAction.Cancel, ((RequestingAgencyMessage)read.Message!.Body).Action);
        Assert.Contains("Renew", Assert.Single(read.Message.Extensions).Xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_places_of_a_retry_make_one()
    {
        var read = MessageText.Read(Supplier(
            "<retryAfter>2026-12-01T00:00:00Z</retryAfter>", "<retryInfo><edition>2nd</edition><retryAfter>2026-12-05T00:00:00Z</retryAfter></retryInfo>"));
        Assert.Contains("OtherVersion /supplyingAgencyMessage/retryInfo", read.Tolerated());
        var retry = ((SupplyingAgencyMessage)read.Message!.Body).RetryInfo!;
        Assert.Equal(["2nd"], retry.Edition);
        Assert.Equal("2026-12-05T00:00:00Z", retry.RetryAfter!.Value.Text);
    }
}
