using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>An arrow to draw between two statuses.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; another status.</param>
/// <param name="Net">Arrows of one net share their lines as far as they go together.</param>
internal sealed record DiagramArrow(BorrowingStatus From, BorrowingStatus To, string Net)
{
    /// <summary>How it is drawn: the names of its classes.</summary>
    public string Class { get; init; } = "";

    /// <summary>What it says when it is pointed at; a line each.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>What is written on it; null for nothing.</summary>
    public string? Badge { get; init; }
}
