namespace BorrowingWorkflow.Testing;

/// <summary>A part that a host plugged in does not keep its contract. The message says which promise, what was expected and what came.</summary>
public sealed class ConformanceException : Exception
{
    internal ConformanceException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    internal ConformanceException(ConformanceCase failed, string message, Exception? inner)
        : base($"{failed.Name} ({failed.Clause}): {message}", inner) => Case = failed.Id;

    /// <summary>The id of the case that failed; null where it is about the suite.</summary>
    public string? Case { get; }
}
