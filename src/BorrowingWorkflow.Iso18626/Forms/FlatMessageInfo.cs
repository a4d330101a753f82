using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>The element messageInfo: in 1.2 it holds costs and dates of a retry beside the rest.</summary>
internal sealed record FlatMessageInfo(MessageInfo Info, ValueList<Costs> OfferedCosts, MessageTime? RetryAfter, MessageTime? RetryBefore)
{
    /// <summary>The element of a message.</summary>
    public static FlatMessageInfo Of(SupplyingAgencyMessage message, Iso18626Version version) =>
        version == Iso18626Version.V1_2 && message.RetryInfo is { } retry
            ? new(message.MessageInfo, retry.OfferedCosts, retry.RetryAfter, retry.RetryBefore)
            : new(message.MessageInfo, [], null, null);

    /// <summary>What is left for the element retryInfo, which 1.2 does not have.</summary>
    public static RetryInfo? RestOf(SupplyingAgencyMessage message, Iso18626Version version)
    {
        if (version != Iso18626Version.V1_2 || message.RetryInfo is null)
        {
            return message.RetryInfo;
        }

        var rest = message.RetryInfo with { OfferedCosts = [], RetryAfter = null, RetryBefore = null };
        return rest == new RetryInfo() ? null : rest;
    }

    /// <summary>Both elements in one; where both say something, retryInfo counts.</summary>
    public RetryInfo? With(RetryInfo? retry)
    {
        if (OfferedCosts.Count == 0 && RetryAfter is null && RetryBefore is null)
        {
            return retry;
        }

        retry ??= new();
        return retry with
        {
            OfferedCosts = retry.OfferedCosts.Count > 0 ? retry.OfferedCosts : OfferedCosts,
            RetryAfter = retry.RetryAfter ?? RetryAfter,
            RetryBefore = retry.RetryBefore ?? RetryBefore,
        };
    }
}
