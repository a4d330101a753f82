using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>A status in the picture.</summary>
/// <param name="Status">The status; none for where every way begins.</param>
/// <param name="Place">Where its box is.</param>
/// <param name="Lines">Its name, a line or two.</param>
/// <param name="Class">How it is drawn.</param>
/// <param name="Title">What it says when it is pointed at, and to those who don't see it.</param>
/// <param name="Href">Where a click leads; null for nowhere.</param>
internal sealed record DiagramBox(BorrowingStatus Status, Box Place, IReadOnlyList<string> Lines, string Class, string Title, string? Href);
