using BorrowingWorkflow.Iso18626.Forms;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Receiving;

/// <summary>Writes confirmations: the header's echo, when the message came, and what was wrong. Pure.</summary>
internal static class Confirmations
{
    /// <summary>The confirmation of a message; an error where there is one.</summary>
    /// <exception cref="InvalidMessageException">Never: what the version does not allow is left out.</exception>
    public static Iso18626Receipt Of(Iso18626Message message, DateTimeOffset received, ErrorData? error) =>
        Written(MessageOf(message.Version, MessageForms.Of(message.Body).Kind, EchoOf(message.Body), message.Body, received, error));

    /// <summary>The confirmation of something that is no message: BadlyFormedMessage, with as much of its header as could be read.</summary>
    public static Iso18626Receipt Of(Iso18626Fault fault, DateTimeOffset received)
    {
        var echo = fault.ConfirmationHeader ?? (fault.Header is { } header ? EchoOf(header) : new());

        // Where it was to be a confirmation, or nobody knows what, the confirmation of a supplying agency's message is what its sender expects.
        var kind = fault.MessageKind ?? MessageKind.SupplyingAgencyMessage;
        return Written(MessageOf(fault.Version, kind, echo, null, received, fault.Error)) with { Fault = fault.Kind };
    }

    /// <summary>A confirmation as a message.</summary>
    /// <param name="version">The version to write it in.</param>
    /// <param name="kind">What is confirmed.</param>
    /// <param name="echo">What its header says.</param>
    /// <param name="confirmed">The message that it repeats the action or the reason of; null for none.</param>
    /// <param name="received">When that came.</param>
    /// <param name="error">What is wrong with it; null where nothing is.</param>
    public static Iso18626Message MessageOf(
        Iso18626Version version, MessageKind kind, ConfirmationHeader echo, MessageBody? confirmed, DateTimeOffset received, ErrorData? error)
    {
        var header = new ConfirmationHeader
        {
            SupplyingAgencyId = Whole(echo.SupplyingAgencyId),
            RequestingAgencyId = Whole(echo.RequestingAgencyId),
            Timestamp = echo.Timestamp ?? received,
            RequestingAgencyRequestId = Filled(echo.RequestingAgencyRequestId),
            MultipleItemRequestId = version == Iso18626Version.V1_2 ? Filled(echo.MultipleItemRequestId) : null,
            TimestampReceived = received,
            MessageStatus = error is null ? MessageStatus.Ok : MessageStatus.Error,
        };
        ValueList<ErrorData> errors = error is null ? [] : [error];
        MessageBody body = kind switch
        {
            MessageKind.Request or MessageKind.RequestConfirmation => new RequestConfirmation { ConfirmationHeader = header, ErrorData = errors },
            MessageKind.RequestingAgencyMessage or MessageKind.RequestingAgencyMessageConfirmation => new RequestingAgencyMessageConfirmation
            {
                ConfirmationHeader = header,
                Action = confirmed is RequestingAgencyMessage { Action: var action } && action.IsIn(version) ? action : default,
                ErrorData = errors,
            },
            _ => new SupplyingAgencyMessageConfirmation
            {
                ConfirmationHeader = header,
                ReasonForMessage = confirmed is SupplyingAgencyMessage { MessageInfo.ReasonForMessage: var reason } && reason.IsKnown ? reason : default,
                ErrorData = errors,
            },
        };
        return new(version, body);
    }

    /// <summary>What the confirmation of a message says of its header.</summary>
    public static ConfirmationHeader EchoOf(MessageBody body) => body switch
    {
        Request request => EchoOf(request.Header),
        SupplyingAgencyMessage message => EchoOf(message.Header),
        RequestingAgencyMessage message => EchoOf(message.Header),
        RequestConfirmation confirmation => confirmation.ConfirmationHeader,
        SupplyingAgencyMessageConfirmation confirmation => confirmation.ConfirmationHeader,
        RequestingAgencyMessageConfirmation confirmation => confirmation.ConfirmationHeader,
        _ => new(),
    };

    /// <summary>What the confirmation of a message with this header says of it.</summary>
    public static ConfirmationHeader EchoOf(MessageHeader header) => new()
    {
        SupplyingAgencyId = header.SupplyingAgencyId,
        RequestingAgencyId = header.RequestingAgencyId,
        Timestamp = header.Timestamp,
        RequestingAgencyRequestId = header.RequestingAgencyRequestId,
        MultipleItemRequestId = header.MultipleItemRequestId,
    };

    private static Iso18626Receipt Written(Iso18626Message confirmation) => new(confirmation, Iso18626Writer.Write(confirmation));

    // The reader takes halves of an agency id, and lists that are no URI; no version allows them to be written.
    private static AgencyId? Whole(AgencyId? agency) =>
        Filled(agency?.AgencyIdType.Value) is null || Filled(agency?.AgencyIdValue) is null ? null
        : agency!.AgencyIdType.Scheme is { } scheme && !ElementWriter.IsUri(scheme) ? agency with { AgencyIdType = new(agency.AgencyIdType.Value) }
        : agency;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
