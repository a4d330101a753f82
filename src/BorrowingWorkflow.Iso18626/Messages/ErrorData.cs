namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>What was wrong with a message (<c>errorData</c>).</summary>
public sealed record ErrorData
{
    /// <summary>The kind of error.</summary>
    /// <value>Empty; the writer demands one.</value>
    public ErrorType ErrorType { get; init; }

    /// <summary>The element or value that is meant, or the error in words.</summary>
    public string? ErrorValue { get; init; }
}
