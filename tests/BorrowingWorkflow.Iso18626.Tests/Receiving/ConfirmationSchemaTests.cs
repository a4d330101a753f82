using System.Text;
using BorrowingWorkflow.Iso18626.Fuzz;
using BorrowingWorkflow.Iso18626.Messages;
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

    [SharedFact(Xsd.Folder)]
    public void Of_headers_that_are_halves()
    {
        foreach (var text in new[]
        {
            MessageText.Root("<supplyingAgencyMessage><header><supplyingAgencyId><agencyIdType/><agencyIdValue>x</agencyIdValue></supplyingAgencyId><timestamp>yesterday</timestamp><requestingAgencyRequestId>R-1</requestingAgencyRequestId></header></supplyingAgencyMessage>"),
            MessageText.Root("<requestingAgencyMessage><header><timestamp>2026-09-07 09:00</timestamp><requestingAgencyRequestId>R-1</requestingAgencyRequestId></header><action>Own</action></requestingAgencyMessage>"),
            MessageText.Root("<requestingAgencyMessage><header><requestingAgencyRequestId>R-1</requestingAgencyRequestId></header><action>Lost</action></requestingAgencyMessage>"),
            MessageText.Root("<request><header/></request>"),
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
