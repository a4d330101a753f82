namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>A place in the grid.</summary>
internal readonly record struct Cell(int Row, int Column);
