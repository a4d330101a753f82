using System.Xml;
using System.Xml.Linq;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Sending;

namespace BorrowingWorkflow.Iso18626.Transport;

/// <summary>What the body of an answer says of the message that was sent. Pure.</summary>
internal static class Confirmation
{
    // Systems keep seconds or milliseconds.
    private static readonly TimeSpan Precision = TimeSpan.FromSeconds(1);

    public static Reply Of(Iso18626ReadResult read, OutboundMessage sent)
    {
        if (!read.IsMessage)
        {
            return Reply.Unclear($"no confirmation ({read.Fault.Kind})");
        }

        var (header, errors) = read.Message.Body switch
        {
            RequestConfirmation confirmation when sent.Body is Request => (confirmation.ConfirmationHeader, confirmation.ErrorData),
            RequestingAgencyMessageConfirmation confirmation when sent.Body is RequestingAgencyMessage => (confirmation.ConfirmationHeader, confirmation.ErrorData),
            _ => (null, []),
        };
        if (header is null)
        {
            return Reply.Unclear($"{read.Message.Body} instead of a confirmation");
        }

        var isError = header.MessageStatus == MessageStatus.Error;
        if (errors.Count == 0)
        {
            errors = Misplaced(read.Message);
        }

        if (!IsAbout(header, sent, isError && errors.Any(error => error.ErrorType == ErrorType.BadlyFormedMessage)))
        {
            return Reply.Unclear("the confirmation of another message");
        }

        return header.MessageStatus == MessageStatus.Ok ? Reply.Confirmed
            : isError ? Reply.Refused($"ERROR {Word(errors)}") with { Errors = errors }
            : Reply.Unclear("a confirmation that is neither OK nor ERROR");
    }

    /// <summary>
    /// The request's id must be the sent one, and so must one of the two timestamps: ReShare and CrossLink give their own time as the
    /// message's, and the message's as the time of receipt. Who could not read the message may have neither.
    /// </summary>
    private static bool IsAbout(ConfirmationHeader header, OutboundMessage sent, bool couldNotRead)
    {
        var id = header.RequestingAgencyRequestId;
        if (string.IsNullOrEmpty(id) && header.Timestamp is null && header.TimestampReceived is null)
        {
            return couldNotRead;
        }

        return (string.IsNullOrEmpty(id) ? couldNotRead : id == sent.Request)
            && (Is(header.Timestamp, sent) || Is(header.TimestampReceived, sent) || (couldNotRead && string.IsNullOrEmpty(id)));
    }

    private static bool Is(MessageTime? time, OutboundMessage sent) =>
        time is { } given && sent.Timestamp.Value - given.Value is var lost && lost >= TimeSpan.Zero && lost < Precision;

    /// <summary>ReShare puts the error data into the header.</summary>
    private static ValueList<ErrorData> Misplaced(Iso18626Message message)
    {
        foreach (var extension in message.Extensions)
        {
            if (extension.Name == "errorData" && Parsed(extension.Xml) is { } error)
            {
                return [error];
            }
        }

        return [];
    }

    private static ErrorData? Parsed(string xml)
    {
        try
        {
            var element = XElement.Parse(xml);
            string? Part(string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value.Trim();
            return new() { ErrorType = new(Part("errorType")), ErrorValue = Part("errorValue") };
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // The type is from a closed list; the value can quote the message.
    private static string Word(ValueList<ErrorData> errors) =>
        errors.Count > 0 && errors[0].ErrorType is { IsKnown: true } type ? type.Code : "without a known type";
}
