namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Says at once whether a requesting agency's message could be taken (<c>requestingAgencyMessageConfirmation</c>); never a yes or no to the request.</summary>
public sealed record RequestingAgencyMessageConfirmation : MessageBody
{
    /// <summary>Which message is confirmed, and whether it could be taken.</summary>
    public ConfirmationHeader ConfirmationHeader { get; init; } = new();

    /// <summary>The action of the message that is confirmed.</summary>
    /// <value>Empty.</value>
    public MessageAction Action { get; init; }

    /// <summary>What was wrong. 1.2 has room for one.</summary>
    /// <value>None.</value>
    public ValueList<ErrorData> ErrorData { get; init; } = [];
}
