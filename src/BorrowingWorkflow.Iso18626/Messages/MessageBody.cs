namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>One of the six messages of ISO 18626. The list is closed.</summary>
public abstract record MessageBody
{
    private protected MessageBody()
    {
    }

    /// <summary>The kind of message only: the rest can hold patron data.</summary>
    public sealed override string ToString() => GetType().Name;
}
