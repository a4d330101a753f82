namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Which message is confirmed, and whether it could be taken (<c>confirmationHeader</c>).</summary>
public sealed record ConfirmationHeader
{
    /// <summary>The supplying agency.</summary>
    public AgencyId? SupplyingAgencyId { get; init; }

    /// <summary>The requesting agency.</summary>
    public AgencyId? RequestingAgencyId { get; init; }

    /// <summary>The timestamp of the message that is confirmed.</summary>
    public MessageTime? Timestamp { get; init; }

    /// <summary>The requesting agency's id of the request.</summary>
    public string? RequestingAgencyRequestId { get; init; }

    /// <summary>The id that requests for several items share. 1.2 only.</summary>
    public string? MultipleItemRequestId { get; init; }

    /// <summary>When the message was received.</summary>
    public MessageTime? TimestampReceived { get; init; }

    /// <summary>Whether it could be taken.</summary>
    /// <value>Empty; the writer demands one.</value>
    public MessageStatus MessageStatus { get; init; }
}
