using System.Text;
using BorrowingWorkflow.Iso18626.Fuzz;
using BorrowingWorkflow.Iso18626.Messages;
using static BorrowingWorkflow.Iso18626.Tests.MessageText;

namespace BorrowingWorkflow.Iso18626.Tests.Reading;

public sealed class FaultTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("no XML at all")]
    [InlineData("{\"json\":true}")]
    [InlineData("<ISO18626Message")]
    [InlineData("<ISO18626Message></ISO18626>")]
    [InlineData("<ISO18626Message>&undefined;</ISO18626Message>")]
    [InlineData("<ISO18626Message>&#0;</ISO18626Message>")]
    [InlineData("<ISO18626Message a=\"1\" a=\"2\"/>")]
    [InlineData("<q:ISO18626Message/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"klingon\"?><ISO18626Message/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-7\"?><ISO18626Message/>")]
    [InlineData("<?xml version=\"1.1\"?><ISO18626Message/>")]
    public void What_is_not_well_formed_is_a_fault(string text) => AssertFault(Iso18626FaultKind.NotWellFormed, MessageText.Read(text));

    [Theory]
    [InlineData("<ISO18626Message/>")]
    [InlineData("more")]
    [InlineData("</ISO18626Message>")]
    public void What_stands_after_a_message_makes_it_a_fault(string more) =>
        AssertFault(Iso18626FaultKind.NotWellFormed, MessageText.Read(MessageText.Note("x") + more));

    [Theory]
    [InlineData("")]
    [InlineData("utf-16")]
    public void Bytes_that_are_no_characters_of_the_encoding_are_a_fault(string declared)
    {
        var declaration = declared.Length == 0 ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>";
        byte[] bytes = [.. Encoding.UTF8.GetBytes(declaration + "<ISO18626Message>"), 0xC3, 0x28, .. "</ISO18626Message>"u8];
        AssertFault(Iso18626FaultKind.NotWellFormed, Iso18626Reader.Read(bytes));
    }

    [Theory]
    [InlineData("<html/>")]
    [InlineData("<iso18626message/>")]
    [InlineData("<request/>")]
    [InlineData("<ISO18626Message/>")]
    [InlineData("<ISO18626Message><invoice/></ISO18626Message>")]
    [InlineData("<ISO18626Message><x:request xmlns:x=\"urn:other\"/></ISO18626Message>")]
    public void What_is_none_of_the_six_messages_is_a_fault(string text) => AssertFault(Iso18626FaultKind.UnknownMessage, MessageText.Read(text));

    [Theory]
    [InlineData("<request/>")]
    [InlineData("<request><header/></request>")]
    [InlineData("<request><header><requestingAgencyRequestId> </requestingAgencyRequestId></header></request>")]
    [InlineData("<requestConfirmation/>")]
    public void What_names_no_request_is_a_fault(string body)
    {
        var read = MessageText.Read(Root(body));
        AssertFault(Iso18626FaultKind.NoRequest, read);
        Assert.NotNull(read.Fault!.MessageKind);
    }

    [Theory]
    [InlineData("<!DOCTYPE ISO18626Message>")]
    [InlineData("<!DOCTYPE ISO18626Message SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!DOCTYPE ISO18626Message SYSTEM \"http://127.0.0.1:1/evil.dtd\">")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"yyyyyyyyyy\"><!ENTITY z \"&x;&x;&x;&x;&x;&x;&x;&x;\">]>")]
    public void A_document_type_is_a_fault_and_nothing_of_it_is_looked_up(string doctype)
    {
        var text = doctype + MessageText.Note("&z;");
        AssertFault(Iso18626FaultKind.DocumentType, MessageText.Read(text));
        AssertFault(Iso18626FaultKind.DocumentType, Iso18626Reader.Read((byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]));
    }

    [Fact]
    public void A_fault_tells_whom_the_message_is_from_where_its_header_was_read()
    {
        var whole = SampleMessages.Valid["2021-supplier-loaned-with-tracking"];
        var fault = Iso18626Reader.Read(whole.AsMemory(0, whole.Length - 40)).Fault!;
        Assert.Equal(Iso18626FaultKind.NotWellFormed, fault.Kind);
        Assert.Equal(MessageKind.SupplyingAgencyMessage, fault.MessageKind);
        Assert.Equal(Iso18626Version.V2021_2, fault.Version);
        Assert.Equal("SDSU-1002", fault.Header!.RequestingAgencyRequestId);
        Assert.Equal(new ErrorData { ErrorType = ErrorType.BadlyFormedMessage, ErrorValue = fault.Text }, fault.Error);
        Assert.True(fault.Line > 20);

        var confirmation = SampleMessages.Valid["1.2-confirmation-unknown-request"];
        fault = Iso18626Reader.Read(confirmation.AsMemory(0, confirmation.Length - 60)).Fault!;
        Assert.Equal("SDSU-9999", fault.ConfirmationHeader!.RequestingAgencyRequestId);
    }

    [Fact]
    public void A_fault_tells_where_it_is_also_where_the_xml_is_well_formed()
    {
        var unknown = MessageText.Read("<?xml version=\"1.0\"?>\n\n  <order/>").Fault!;
        Assert.Equal((Iso18626FaultKind.UnknownMessage, 3), (unknown.Kind, unknown.Line));
        Assert.True(unknown.Position > 0);

        var deep = MessageText.Read(MessageText.Supplier(after: "\n\n<a><b><c><d/></c></b></a>"), new() { MaxDepth = 5 }).Fault!;
        Assert.Equal(3, deep.Line);
    }

    [Fact]
    public void Every_beginning_of_a_message_is_a_fault_and_no_exception()
    {
        var whole = SampleMessages.Valid["1.2-request-loan"];
        var end = whole.AsSpan().LastIndexOf((byte)'>');
        for (var length = 0; length < end; length++)
        {
            AssertFault(Iso18626FaultKind.NotWellFormed, Iso18626Reader.Read(whole.AsMemory(0, length)));
        }

        Assert.True(Iso18626Reader.Read(whole.AsMemory(0, end + 1)).IsMessage);
    }

    [Fact]
    public void A_fault_and_a_result_say_nothing_of_a_patron()
    {
        const string Name = "Ottilie";
        var broken = MessageText.Read(Root($"<request>{Header}<patronInfo><surname>{Name}</{Name}></patronInfo></request>"));
        Assert.DoesNotContain(Name, broken + broken.Fault!.Text, StringComparison.Ordinal);

        var whole = MessageText.Read(Root(
            $"<request>{Header}<bibliographicInfo/><patronInfo><surname>{Name}</surname><x>{Name}</x><address><electronicAddress>"
            + $"<electronicAddressType>Email</electronicAddressType><electronicAddressData>{Name}</electronicAddressData></electronicAddress></address></patronInfo></request>"));
        var request = (Request)whole.Message!.Body;
        var patron = request.PatronInfo!;
        Assert.Equal(Name, patron.Surname);
        object[] said = [whole, whole.Message, request, patron, patron.Address, patron.Address[0], whole.Message.Extensions[0], .. whole.Deviations.Select(d => (object)d)];
        Assert.DoesNotContain(Name, string.Join(' ', said), StringComparison.Ordinal);
    }

    private static void AssertFault(Iso18626FaultKind kind, Iso18626ReadResult read)
    {
        Assert.False(read.IsMessage, "It was read as a message.");
        Assert.Equal(kind, read.Fault.Kind);
        Assert.Null(read.Message);
        Assert.InRange(read.Fault.Text.Length, 20, 300);
        Assert.StartsWith(kind.ToString(), read.ToString(), StringComparison.Ordinal);
    }
}
