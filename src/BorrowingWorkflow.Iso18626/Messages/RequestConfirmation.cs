namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Says at once whether a request could be taken (<c>requestConfirmation</c>); never a yes or no to the request.</summary>
public sealed record RequestConfirmation : MessageBody
{
    /// <summary>Which message is confirmed, and whether it could be taken.</summary>
    public ConfirmationHeader ConfirmationHeader { get; init; } = new();

    /// <summary>What was wrong. 1.2 has room for one.</summary>
    /// <value>None.</value>
    public ValueList<ErrorData> ErrorData { get; init; } = [];
}
