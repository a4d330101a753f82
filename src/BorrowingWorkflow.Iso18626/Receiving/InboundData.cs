using System.Globalization;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Receiving;

/// <summary>What a supplying agency's message brings along.</summary>
internal static class InboundData
{
    private const int LongestReason = 200;

    /// <summary>All of it, whatever the trigger: what does not count is kept.</summary>
    public static InputData Of(Inbound inbound, Iso18626Message original, InboundRow row)
    {
        var message = inbound.Message;
        var conditions = Joined(ConditionsOf(message));
        return new()
        {
            DueDate = DueDateOf(message),
            Reason = ReasonOf(inbound),
            Condition = inbound.Status == SupplyStatus.RetryPossible ? Joined(InboundText.RetryTermsOf(message)) : conditions,
            Cost = Joined(OfferOf(message)),
            ReplyBy = message.RetryInfo?.RetryBefore?.Value.ToUniversalTime(),
            Text = InboundText.Of(inbound, row),
            Unknown = MessageRecord.Of(original, InboundText.ContradictionOf(message)),
        };
    }

    /// <summary>The due date, in UTC. A date without a time lasts to the end of the day.</summary>
    public static DateTimeOffset? DueDateOf(SupplyingAgencyMessage message)
    {
        if (message.StatusInfo.DueDate is not { } due)
        {
            return null;
        }

        var moment = due.Value.ToUniversalTime();
        return due.HasTimeOfDay || moment > DateTimeOffset.MaxValue.AddDays(-1) ? moment : moment.AddDays(1).AddSeconds(-1);
    }

    /// <summary>The conditions of the loan, wherever the version has them.</summary>
    public static IEnumerable<string> ConditionsOf(SupplyingAgencyMessage message) => Codes(message.DeliveryInfo?.LoanCondition)
        .Concat(Codes(message.RetryInfo?.LoanCondition))
        .Distinct(StringComparer.Ordinal);

    /// <summary>The costs that are offered, without those of nothing.</summary>
    public static IEnumerable<string> OfferOf(SupplyingAgencyMessage message) => (message.RetryInfo?.OfferedCosts ?? [])
        .Where(costs => costs.MonetaryValue is not 0m)
        .Select(costs => $"{costs.MonetaryValue?.ToString(CultureInfo.InvariantCulture)} {costs.CurrencyCode.Value}".Trim())
        .Where(text => text.Length > 0);

    /// <summary>The codes of a list that say something.</summary>
    public static IEnumerable<string> Codes(ValueList<Code>? codes) => (codes ?? []).Select(code => code.Value.Trim()).Where(value => value.Length > 0);

    /// <summary>The parts in one line; null where there are none.</summary>
    public static string? Joined(IEnumerable<string> parts) => string.Join("; ", parts) is { Length: > 0 } text ? text : null;

    private static string? ReasonOf(Inbound inbound)
    {
        var info = inbound.Message.MessageInfo;
        return Joined(Codes([.. new[] { info.ReasonUnfilled, info.ReasonRetry }.OfType<Code>()]))
            ?? (inbound.Note.Length > 0 && (inbound.Status == SupplyStatus.Unfilled || inbound.Status == SupplyStatus.Cancelled)
                ? Shortened(inbound.Note)
                : null);
    }

    // Not in the midst of a character that takes two places.
    private static string Shortened(string text) =>
        text.Length <= LongestReason ? text : text[..(char.IsHighSurrogate(text[LongestReason - 1]) ? LongestReason - 1 : LongestReason)];
}
