using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Sending;

namespace BorrowingWorkflow.Iso18626.Tests.Mapping;

/// <summary>What lenders' systems want otherwise than the standard says.</summary>
public class DialectTests
{
    private static readonly PhysicalAddress Street = new()
    {
        Line1 = "Love Library", Line2 = "5500 Campanile Drive", Locality = "San Diego", Region = new("US-CA"), PostalCode = "92182", Country = new("US"),
    };

    private static readonly Dialect[] Dialects = [Dialect.Standard, Dialect.Alma, Dialect.ReShare, Dialect.CrossLink];

    public static TheoryData<Dialect> All => [.. Dialects];

    [Theory]
    [MemberData(nameof(All))]
    public void A_dialect_is_found_by_its_name(Dialect dialect)
    {
        Assert.Same(dialect, Dialect.Named(dialect.Name));
        Assert.Same(dialect, Dialect.Named(dialect.Name.ToUpperInvariant()));
        Assert.Equal(dialect.Name, dialect.ToString());
    }

    [Fact]
    public void A_dialect_that_there_is_none_of_is_an_error_that_lists_those_that_there_are()
    {
        var unknown = Assert.Throws<ArgumentException>(() => Dialect.Named("klingon"));

        Assert.StartsWith("There is no dialect klingon. Take one of: standard, alma, reshare, crosslink.", unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_dialect_says_nothing_of_stays_as_it_is(Dialect dialect)
    {
        MessageBody[] bodies = [Message(MessageAction.Received), Message(MessageAction.Cancel), Message(MessageAction.Notification, "Is it on its way?"), new Request()];

        Assert.All(bodies, body => Assert.Equal(body, dialect.Rewrite(body)));
    }

    [Theory]
    [InlineData("standard", OutboundMapping.YesNote, OutboundMapping.NoNote)]
    [InlineData("alma", OutboundMapping.YesNote, OutboundMapping.NoNote)]
    [InlineData("reshare", "#ReShareLoanConditionAgreeResponse#", OutboundMapping.NoNote)]
    [InlineData("crosslink", "ACCEPT", "REJECT")]
    public void A_condition_is_answered_as_the_system_understands_it(string dialect, string yes, string no)
    {
        Assert.Equal(Message(MessageAction.Notification, yes), Dialect.Named(dialect).Rewrite(Message(MessageAction.Notification, OutboundMapping.YesNote)));
        Assert.Equal(Message(MessageAction.Notification, no), Dialect.Named(dialect).Rewrite(Message(MessageAction.Notification, OutboundMapping.NoNote)));
    }

    [Theory]
    [InlineData("You wrote: sent on Monday#seq:3#. Which Monday?", "You wrote: sent on Monday. Which Monday?")]
    [InlineData("#lastSeq:-1#Hello", "Hello")]
    [InlineData("#seq: is a tag", "#seq: is a tag")]
    public void ReShare_is_not_sent_a_sequence_number_that_staff_quote(string note, string expected) =>
        Assert.Equal(Message(MessageAction.Notification, expected), Dialect.ReShare.Rewrite(Message(MessageAction.Notification, note)));

    [Fact]
    public void Alma_sees_the_delivery_address_in_the_note()
    {
        var request = Assert.IsType<Request>(Dialect.Alma.Rewrite(Request(new RequestedDeliveryInfo { Address = new() { PhysicalAddress = Street } })));

        Assert.Equal("#SHIP_TO#\nLove Library\n5500 Campanile Drive\nSan Diego, US-CA, 92182\nUS\n#ST_END#\n", request.ServiceInfo!.Note);
        Assert.Equal(ServiceType.Loan, request.ServiceInfo.ServiceType);
        Assert.Single(request.RequestedDeliveryInfo);
    }

    [Fact]
    public void Alma_keeps_a_note_before_the_address_and_an_address_that_is_there()
    {
        var address = new RequestedDeliveryInfo { Address = new() { PhysicalAddress = new() { Line1 = "Here" } } };
        var once = Assert.IsType<Request>(Dialect.Alma.Rewrite(Request(address) with { ServiceInfo = new() { ServiceType = ServiceType.Loan, Note = "Handle with care." } }));

        Assert.Equal("Handle with care.\n#SHIP_TO#\nHere\n#ST_END#\n", once.ServiceInfo!.Note);
        Assert.Equal(once, Dialect.Alma.Rewrite(once));
    }

    [Fact]
    public void Alma_has_no_use_for_an_electronic_address_in_the_note()
    {
        var request = Request(new RequestedDeliveryInfo { Address = new() { ElectronicAddress = new("Email", "ill@example.org") } });

        Assert.Equal(request, Dialect.Alma.Rewrite(request));
    }

    [Fact]
    public void Alma_gets_identifiers_of_the_standards_own_kinds_only()
    {
        var request = Request() with
        {
            BibliographicInfo = new() { BibliographicItemId = [new("ISBN", "9780060512750"), new("DOI", "10.1000/1"), new("ISSN", "1521-3889")] },
        };

        var rewritten = Assert.IsType<Request>(Dialect.Alma.Rewrite(request));

        Assert.Equal(["ISBN", "ISSN"], rewritten.BibliographicInfo.BibliographicItemId.Select(id => id.BibliographicItemIdentifierCode.Value));
    }

    [Theory]
    [InlineData("UnrecognisedDataValue", "requestingAgencyRequestId: request with a given ID not found", true)]
    [InlineData("UnrecognisedDataValue", null, true)]
    [InlineData("UnrecognisedDataValue", "supplyingAgencyId: supplying agency not found or invalid", false)]
    [InlineData("UnrecognisedDataValue", "Cancel", false)]
    [InlineData("UnrecognisedDataElement", "requestingAgencyRequestId", false)]
    [InlineData("BadlyFormedMessage", null, false)]
    public void An_unrecognised_value_is_the_request_only_where_it_says_so_or_nothing(string type, string? value, bool expected) =>
        Assert.All(Dialects, dialect => Assert.Equal(expected, dialect.SaysUnknownRequest(new() { ErrorType = new(type), ErrorValue = value })));

    [Fact]
    public void To_CrossLink_a_request_that_exists_is_not_an_unknown_one()
    {
        var exists = new ErrorData { ErrorType = ErrorType.UnrecognisedDataValue, ErrorValue = "requestingAgencyRequestId: request with a given ID already exists" };

        Assert.Equal((true, false), (Dialect.CrossLink.SaysAlreadyThere(exists), Dialect.CrossLink.SaysUnknownRequest(exists)));
        Assert.False(Dialect.CrossLink.SaysAlreadyThere(exists with { ErrorType = ErrorType.BadlyFormedMessage }));
        Assert.False(Dialect.Standard.SaysAlreadyThere(exists));
    }

    private static RequestingAgencyMessage Message(MessageAction action, string? note = null) => new() { Action = action, Note = note };

    private static Request Request(params RequestedDeliveryInfo[] delivery) =>
        new() { ServiceInfo = new() { ServiceType = ServiceType.Loan }, RequestedDeliveryInfo = [.. delivery] };
}
