using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Receiving;

namespace BorrowingWorkflow.Iso18626.Tests.Receiving;

/// <summary>Looks at confirmations.</summary>
internal static class Confirming
{
    /// <summary>The parts of a confirmation of any kind. What is sent is what the record says.</summary>
    public static (ConfirmationHeader Header, ErrorData? Error) Parts(this Iso18626Receipt receipt)
    {
        var read = Iso18626Reader.Read(receipt.Content);
        Assert.Equal(receipt.Confirmation, read.Message);
        return receipt.Confirmation.Body switch
        {
            SupplyingAgencyMessageConfirmation body => (body.ConfirmationHeader, body.ErrorData is [var error, ..] ? error : null),
            RequestingAgencyMessageConfirmation body => (body.ConfirmationHeader, body.ErrorData is [var error, ..] ? error : null),
            RequestConfirmation body => (body.ConfirmationHeader, body.ErrorData is [var error, ..] ? error : null),
            _ => throw new InvalidOperationException("It is no confirmation."),
        };
    }

    public static void AssertOk(this Iso18626Receipt receipt)
    {
        var (header, error) = receipt.Parts();
        Assert.Null(error);
        Assert.Equal(MessageStatus.Ok, header.MessageStatus);
        Assert.True(receipt.IsOk);
    }

    public static void AssertError(this Iso18626Receipt receipt, ErrorType type, string? value = null)
    {
        var (header, error) = receipt.Parts();
        Assert.Equal((MessageStatus.Error, type), (header.MessageStatus, error?.ErrorType));
        Assert.False(receipt.IsOk);
        Assert.Null(receipt.Result);
        if (value is not null)
        {
            Assert.Equal(value, error!.ErrorValue);
        }
    }
}
