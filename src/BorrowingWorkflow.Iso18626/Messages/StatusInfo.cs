namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>How far a request is (<c>statusInfo</c>).</summary>
public sealed record StatusInfo
{
    /// <summary>The status.</summary>
    /// <value>Empty; the writer demands one, while Notifications without one are read.</value>
    public SupplyStatus Status { get; init; }

    /// <summary>When the item is expected to be delivered.</summary>
    public MessageTime? ExpectedDeliveryDate { get; init; }

    /// <summary>When the loan is due.</summary>
    public MessageTime? DueDate { get; init; }

    /// <summary>When the status changed last. The writer demands it.</summary>
    public MessageTime? LastChange { get; init; }
}
