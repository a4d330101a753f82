using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>Says in a line what a message is, without notes, titles or patrons.</summary>
internal static class MockLine
{
    private const int LongestWord = 80;

    public static string Of(MockExchange exchange) =>
        $"{(exchange.IsIncoming ? "<-" : "->")} {(exchange.Message is { } message ? Of(message.Body) : "(no message)")}";

    private static string Of(MessageBody body) => body switch
    {
        Request request => $"Request {Id(request.Header)}{(request.ServiceInfo?.RequestType is { IsEmpty: false } type ? $" {Word(type.Code)}" : "")}",
        RequestingAgencyMessage message => $"RequestingAgencyMessage {Id(message.Header)} {Word(message.Action.Code)}",
        SupplyingAgencyMessage message => $"SupplyingAgencyMessage {Id(message.Header)} {Of(message)}",
        RequestConfirmation { ConfirmationHeader: var header, ErrorData: var errors } => $"RequestConfirmation {Of(header, errors)}",
        RequestingAgencyMessageConfirmation { ConfirmationHeader: var header, ErrorData: var errors } => $"RequestingAgencyMessageConfirmation {Of(header, errors)}",
        SupplyingAgencyMessageConfirmation { ConfirmationHeader: var header, ErrorData: var errors } => $"SupplyingAgencyMessageConfirmation {Of(header, errors)}",
        _ => body.ToString(),
    };

    private static string Of(SupplyingAgencyMessage message)
    {
        var answer = message.MessageInfo.AnswerYesNo;
        var words = $"{Word(message.MessageInfo.ReasonForMessage.Code)} {Word(message.StatusInfo.Status.Code)}";
        return answer.IsEmpty ? words : $"{words} {Word(answer.Code)}";
    }

    private static string Of(ConfirmationHeader header, ValueList<ErrorData> errors)
    {
        var words = $"{Word(header.RequestingAgencyRequestId ?? "")} {Word(header.MessageStatus.Code)}";
        return errors.Count == 0 ? words : $"{words} {Word(errors[0].ErrorType.Code)}";
    }

    private static string Id(MessageHeader header) => Word(header.RequestingAgencyRequestId);

    /// <summary>A code of the peer's, on one line and not too long.</summary>
    private static string Word(string text) =>
        string.Concat(text.Take(LongestWord).Select(c => char.IsControl(c) ? ' ' : c));
}
