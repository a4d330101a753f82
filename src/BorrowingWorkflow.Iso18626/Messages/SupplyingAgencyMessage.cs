namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>A supplying agency says how far a request is, or answers (<c>supplyingAgencyMessage</c>).</summary>
public sealed record SupplyingAgencyMessage : MessageBody
{
    /// <summary>Who writes to whom, when, and about which request.</summary>
    public MessageHeader Header { get; init; } = new();

    /// <summary>Why the agency writes, and its answer.</summary>
    public MessageInfo MessageInfo { get; init; } = new();

    /// <summary>How far the request is.</summary>
    public StatusInfo StatusInfo { get; init; } = new();

    /// <summary>On which terms the agency would supply. In 1.2 it holds costs and dates only, which stand in <c>messageInfo</c> there.</summary>
    public RetryInfo? RetryInfo { get; init; }

    /// <summary>What was sent, and how.</summary>
    public DeliveryInfo? DeliveryInfo { get; init; }

    /// <summary>Courier, tracking and insurance. 2021-2 only.</summary>
    public ShippingInfo? ShippingInfo { get; init; }

    /// <summary>Where the item is to go back to.</summary>
    public ReturnInfo? ReturnInfo { get; init; }
}
