using System.Text;
using BorrowingWorkflow.Iso18626.Fuzz;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;
using BorrowingWorkflow.Iso18626.Receiving;
using BorrowingWorkflow.Iso18626.Tests.Schema;

namespace BorrowingWorkflow.Iso18626.Tests.Receiving;

/// <summary>Every confirmation is valid by the schema of its version, whatever came in.</summary>
public class ConfirmationSchemaTests
{
    private static readonly ErrorData Problem = new() { ErrorType = ErrorType.UnrecognisedDataValue, ErrorValue = "requestingAgencyRequestId" };

    [SharedFact(Xsd.Folder)]
    public void Of_the_samples()
    {
        foreach (var (name, bytes) in SampleMessages.Valid.Concat(SampleMessages.Tolerated))
        {
            var read = Iso18626Reader.Read(bytes);
            Assert.True(read.IsMessage, name);
            AssertValid(Confirmations.Of(read.Message, FromSupplier.Now, null));
            AssertValid(Confirmations.Of(read.Message, FromSupplier.Now, Problem));
        }
    }

    [SharedFact(Xsd.Folder)]
    public void Of_random_messages_and_of_their_beginnings()
    {
        for (var number = 0u; number < 300; number++)
        {
            var bytes = RandomMessages.Make(number);
            AssertValid(Of(bytes), number);
            AssertValid(Of(bytes.AsMemory(0, bytes.Length / 2)), number);
            AssertValid(Of(bytes.AsMemory(0, bytes.Length - 10)), number);
        }
    }

    // The reader takes any scheme; the schemas want URIs.
    private static readonly string SchemesThatAreNoUri = MessageText.Root(
        "<supplyingAgencyMessage><header><supplyingAgencyId><agencyIdType ill:scheme=\"a##b\">ISIL</agencyIdType><agencyIdValue>US-CSUN</agencyIdValue></supplyingAgencyId>"
        + "<requestingAgencyId><agencyIdType ill:scheme=\" \">ISIL</agencyIdType><agencyIdValue>US-CASDS</agencyIdValue></requestingAgencyId>"
        + "<timestamp>2026-09-07T09:00:00Z</timestamp><requestingAgencyRequestId>R-1</requestingAgencyRequestId></header>"
        + "<messageInfo><reasonForMessage>StatusChange</reasonForMessage></messageInfo><statusInfo><status>Loaned</status></statusInfo></supplyingAgencyMessage>");

    [Fact]
    public void A_scheme_that_is_no_uri_is_left_out_and_keeps_nothing_from_being_confirmed()
    {
        var confirmation = Assert.IsType<SupplyingAgencyMessageConfirmation>(Of(Encoding.UTF8.GetBytes(SchemesThatAreNoUri)).Confirmation.Body);

        Assert.Equal(
            (new AgencyId("ISIL", "US-CSUN"), new AgencyId("ISIL", "US-CASDS")),
            (confirmation.ConfirmationHeader.SupplyingAgencyId, confirmation.ConfirmationHeader.RequestingAgencyId));
        Assert.Equal(200, new MockLender(MockScenario.Find("silent")!).Receive(Encoding.UTF8.GetBytes(SchemesThatAreNoUri)).StatusCode);
    }

    [SharedFact(Xsd.Folder)]
    public void Of_headers_that_are_halves()
    {
        foreach (var text in new[]
        {
            MessageText.Root("<supplyingAgencyMessage><header><supplyingAgencyId><agencyIdType/><agencyIdValue>x</agencyIdValue></supplyingAgencyId><timestamp>yesterday</timestamp><requestingAgencyRequestId>R-1</requestingAgencyRequestId></header></supplyingAgencyMessage>"),
            MessageText.Root("<requestingAgencyMessage><header><timestamp>2026-09-07 09:00</timestamp><requestingAgencyRequestId>R-1</requestingAgencyRequestId></header><action>Own</action></requestingAgencyMessage>"),
            MessageText.Root("<requestingAgencyMessage><header><requestingAgencyRequestId>R-1</requestingAgencyRequestId></header><action>Lost</action></requestingAgencyMessage>"),
            MessageText.Root("<request><header/></request>"),
            SchemesThatAreNoUri,
            "",
        })
        {
            AssertValid(Of(Encoding.UTF8.GetBytes(text)));
        }
    }

    private static Iso18626Receipt Of(ReadOnlyMemory<byte> bytes)
    {
        var read = Iso18626Reader.Read(bytes);
        return read.IsMessage ? Confirmations.Of(read.Message, FromSupplier.Now, null) : Confirmations.Of(read.Fault, FromSupplier.Now);
    }

    private static void AssertValid(Iso18626Receipt receipt, uint number = 0)
    {
        try
        {
            Xsd.AssertValid(receipt.Content.ToArray(), receipt.Confirmation.Version);
        }
        catch (Xunit.Sdk.XunitException exception)
        {
            throw new InvalidOperationException($"Message {number}: {Encoding.UTF8.GetString(receipt.Content.Span)}", exception);
        }
    }
}
