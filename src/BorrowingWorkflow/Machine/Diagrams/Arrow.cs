namespace BorrowingWorkflow.Machine.Diagrams;

/// <summary>An arrow of the picture with what it says, line by line; its ends are the names of nodes or of boxes.</summary>
internal sealed record Arrow(string From, string To, IReadOnlyList<string> Lines)
{
    /// <summary>True where the arrow stands for more than it shows: a remembered status is restored, or a clause says "as from".</summary>
    public bool Dashed { get; init; }
}
