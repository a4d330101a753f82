namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>An arrow in the picture.</summary>
/// <param name="Arrow">What it is.</param>
/// <param name="Path">Its line.</param>
/// <param name="Head">Its head; null where another arrow draws the same one.</param>
/// <param name="Badge">Where its badge is; null where it has none or there is no room for it.</param>
internal sealed record DiagramLine(DiagramArrow Arrow, string Path, string? Head, Box? Badge);
