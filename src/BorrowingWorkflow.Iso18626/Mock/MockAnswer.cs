namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>What a mock lender answers to one HTTP POST.</summary>
/// <param name="StatusCode">The HTTP status code.</param>
/// <param name="Body">The confirmation, as XML in UTF-8; empty where there is none.</param>
public sealed record MockAnswer(int StatusCode, ReadOnlyMemory<byte> Body)
{
    /// <summary>True where the connection is to be broken instead of answering.</summary>
    /// <value>False.</value>
    public bool Breaks { get; init; }

    /// <summary>How long to wait before answering.</summary>
    /// <value>Not at all.</value>
    public TimeSpan Wait { get; init; }

    /// <summary>The status code; nothing of the content.</summary>
    public override string ToString() => Breaks ? "(broken)" : $"HTTP {StatusCode}";
}
