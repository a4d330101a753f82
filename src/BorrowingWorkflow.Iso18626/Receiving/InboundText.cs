using System.Globalization;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Iso18626.Receiving;

/// <summary>What staff read of a supplying agency's message.</summary>
internal static class InboundText
{
    /// <summary>The note; of what becomes a general message also everything that the note may not say. Null where there is nothing to say.</summary>
    public static string? Of(Inbound inbound, InboundRow row)
    {
        var isMessage = row.Trigger == Trigger.ReceiveGeneralMessage || row.AndThen == Trigger.ReceiveGeneralMessage;
        var lines = new List<string>();
        if (isMessage && LeadOf(inbound) is { } lead)
        {
            lines.Add(lead);
        }

        Add(lines, inbound.Note);
        foreach (var rest in isMessage ? RestOf(inbound.Message) : LinkOf(inbound.Message))
        {
            if (!inbound.Note.Contains(rest, StringComparison.Ordinal))
            {
                lines.Add(rest);
            }
        }

        Add(lines, ContradictionOf(inbound.Message));
        return lines.Count > 0 ? string.Join("\n", lines) : isMessage ? "(without text)" : null;
    }

    /// <summary>What contradicts the answer, in a sentence; null where nothing does.</summary>
    public static string? ContradictionOf(SupplyingAgencyMessage message)
    {
        var (answer, status) = (message.MessageInfo.AnswerYesNo, message.StatusInfo.Status);
        return message.MessageInfo.ReasonForMessage != ReasonForMessage.CancelResponse || status.IsEmpty ? null
            : answer == YesNo.Yes && status != SupplyStatus.Cancelled ? $"The answer to the cancellation is yes, but the status is {status}."
            : answer == YesNo.No && status == SupplyStatus.Cancelled ? "The answer to the cancellation is no, but the status is Cancelled."
            : null;
    }

    /// <summary>On which terms the request may be tried again.</summary>
    public static IEnumerable<string> RetryTermsOf(SupplyingAgencyMessage message)
    {
        var retry = message.RetryInfo ?? new();
        return InboundData.Codes(message.MessageInfo.ReasonRetry is { } reason ? [reason] : [])
            .Concat(InboundData.ConditionsOf(message))
            .Concat(Named("edition", retry.Edition))
            .Concat(Named("format", InboundData.Codes(retry.ItemFormat)))
            .Concat(Named("volume", retry.Volume))
            .Concat(Named("service", retry.ServiceType.IsEmpty ? [] : [retry.ServiceType.Code]))
            .Concat(Named("level", InboundData.Codes(retry.ServiceLevel)))
            .Concat(Named("delivery", InboundData.Codes(retry.DeliveryMethod)))
            .Concat(Named("courier", InboundData.Codes(retry.CourierName)))
            .Concat(Named("payment", InboundData.Codes(retry.PaymentMethod)))
            .Concat(Named("not before", retry.RetryAfter is { } after ? [Moment(after)] : []));
    }

    private static string? LeadOf(Inbound inbound) =>
        inbound.Reason == ReasonForMessage.StatusRequestResponse ? Comparison(inbound)
        : inbound.StatusCounts(SupplyStatus.HoldReturn) ? "Do not return the item for now."
        : inbound.StatusCounts(SupplyStatus.ReleaseHoldReturn) ? "The item may be returned."
        : inbound.Reason == ReasonForMessage.RenewResponse ? $"The answer to the renewal says neither yes nor no. {Codes(inbound)}".TrimEnd()
        : inbound.Reason == ReasonForMessage.Notification && inbound.Note.Length > 0 ? null
        : Codes(inbound) is { Length: > 0 } codes ? codes : null;

    private static string Codes(Inbound inbound) => string.Join(", ", new[]
    {
        inbound.Reason.Code,
        inbound.Status.IsEmpty ? "" : $"status {inbound.Status}",
        inbound.Message.MessageInfo.AnswerYesNo.IsEmpty ? "" : $"answer {inbound.Message.MessageInfo.AnswerYesNo}",
    }.Where(part => part.Length > 0));

    private static IEnumerable<string> RestOf(SupplyingAgencyMessage message) =>
        Named("Reason", message.MessageInfo.ReasonUnfilled is { } unfilled ? InboundData.Codes([unfilled]) : [])
            .Concat(Named("Condition", InboundData.ConditionsOf(message)))
            .Concat(Named("Retry", message.MessageInfo.ReasonRetry is { } retry ? InboundData.Codes([retry]) : []))
            .Concat(Named("Cost", InboundData.OfferOf(message)))
            .Concat(Named("Due", message.StatusInfo.DueDate is { } due ? [Moment(due)] : []))
            .Concat(LinkOf(message));

    private static IEnumerable<string> LinkOf(SupplyingAgencyMessage message) => message.DeliveryInfo?.Url is { Length: > 0 } url ? [url] : [];

    private static IEnumerable<string> Named(string name, IEnumerable<string> values) => values.Where(value => value.Length > 0).Select(value => $"{name}: {value}");

    private static string Moment(MessageTime time) =>
        time.Value.ToUniversalTime().ToString(time.HasTimeOfDay ? "yyyy-MM-dd HH:mm 'UTC'" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Add(List<string> lines, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            lines.Add(line);
        }
    }

    private static string Comparison(Inbound inbound) =>
        $"Asked for the status, the partner says {(inbound.Status.IsEmpty ? "nothing" : inbound.Status.Code)}; here it is {inbound.Request.Status.Label()}.";
}
