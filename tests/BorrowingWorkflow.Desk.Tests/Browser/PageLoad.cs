namespace BorrowingWorkflow.Desk.Tests.Browser;

/// <summary>A page and what it asked for.</summary>
/// <param name="Address">The page's address.</param>
internal sealed record PageLoad(string Address)
{
    /// <summary>The addresses, each once, the page's own among them.</summary>
    public HashSet<string> Parts { get; } = new(StringComparer.Ordinal);
}
