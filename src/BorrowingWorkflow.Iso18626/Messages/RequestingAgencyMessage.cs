namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>A requesting agency tells or asks something about a request (<c>requestingAgencyMessage</c>).</summary>
public sealed record RequestingAgencyMessage : MessageBody
{
    /// <summary>Who writes to whom, when, and about which request.</summary>
    public MessageHeader Header { get; init; } = new();

    /// <summary>What the agency does or wants.</summary>
    /// <value>Empty; the writer demands one.</value>
    public MessageAction Action { get; init; }

    /// <summary>A remark for the staff.</summary>
    public string? Note { get; init; }
}
